import { framed } from '../../audit/export/framing.ts';
import { checkpointMessage, rfc5424 } from '../../audit/export/rfc5424.ts';
import { send } from '../../machine/syslog/send.ts';
import type { Destination } from './destination.ts';
import { copyIn, copyLines, copyNote, endOfCopy, type Copied } from './ship-to-folder.ts';

/** What brings lines to one destination. Everything of it throws where the destination did not take what it got. */
export interface Carrier {
  /** The first line that it has not, and the fingerprint of the one before, where it can be asked. */
  has(): { readonly next: number; readonly fingerprint: string } | undefined;
  /** `isAll`: also those that it seems to have. */
  lines(batch: readonly Buffer[], first: number, isAll: boolean): Promise<void>;
  checkpoint(size: number, note: string, at: number): Promise<void>;
  /** It has not died since. */
  isThere(): Promise<void>;
}

export function carrierTo(
  destination: Destination,
  log: Copied = { chain: '' },
  timeoutMs?: number,
): Carrier {
  if ('receiver' in destination) {
    const bring = (messages: readonly Buffer[]): Promise<void> =>
      send(destination.receiver, framed(messages), timeoutMs);
    return {
      has: () => undefined,
      lines: (batch) => bring(batch.map(rfc5424)),
      checkpoint: (_, note, at) => bring([checkpointMessage(note, at)]),
      isThere: () => bring([]),
    };
  }
  const { folder } = destination;
  return {
    has: () => endOfCopy(copyIn(folder, log), log.chain).last,
    lines: async (batch, first, isAll) => copyLines(folder, log, batch, { first, isAll }),
    checkpoint: async (size, note) => copyNote(folder, log, size, note),
    isThere: async () => undefined,
  };
}
