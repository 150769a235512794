import { EventEmitter } from 'node:events';
import { unwatchFile, watchFile } from 'node:fs';
import path from 'node:path';
import type { Receipt } from '../../shared/core/receipt.ts';
import { bytes } from '../../shared/words/bytes.ts';
import { readReceipts } from '../../shared/store/read-receipts.ts';
import { RECEIPTS } from '../../shared/store/receipt-files.ts';
import type { Ending } from './messages.ts';

/** How often the file of receipts is looked at, in ms; it may not exist yet, so that nothing else tells of it. */
const EVERY_MS = 200;

interface Events {
  ended: [ending: Ending];
}

/** Tells how requests of the keys ended: by their receipts, because a picture is for people. */
export class Endings extends EventEmitter<Events> {
  readonly #folder: string;
  readonly #nameOf: (client: string) => string;
  readonly #known: Set<string>;

  constructor(folder: string, nameOf: (client: string) => string) {
    super();
    this.#folder = folder;
    this.#nameOf = nameOf;
    this.#known = new Set(this.#read().map(idOf));
    watchFile(this.#file, { interval: EVERY_MS, persistent: false }, this.#look);
  }

  close(): void {
    unwatchFile(this.#file, this.#look);
  }

  get #file(): string {
    return path.join(this.#folder, RECEIPTS.current);
  }

  #read = (): readonly Receipt[] => readReceipts(this.#folder).receipts;

  readonly #look = (): void => {
    for (const receipt of this.#read()) {
      const id = idOf(receipt);
      if (this.#known.has(id)) continue;
      this.#known.add(id);
      this.emit('ended', endingOf(receipt, this.#nameOf(receipt.client)));
    }
  };
}

const idOf = ({ id, at, client, request }: Receipt): string => id ?? `${at} ${client} ${request}`;

/** A receipt as the page tells it. */
export function endingOf(receipt: Receipt, name: string): Ending {
  const { client, request, result, verdict, removed } = receipt;
  return {
    name,
    isPractice: client === 'practice',
    request,
    result,
    verdict,
    ...(removed === undefined || removed.files === 0
      ? {}
      : { size: bytes(removed.bytes), to: removed.to }),
  };
}
