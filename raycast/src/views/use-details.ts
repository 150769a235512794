import { useEffect, useState } from 'react';
import { failure, type Known } from '@shared/core/known.ts';
import type { Account } from '@shared/core/listing.ts';
import type { Receipt, StatusLine } from '@shared/core/receipt.ts';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import { allReceipts } from '@shared/store/all-receipts.ts';
import type { Computer } from '../requests/computer.ts';

/** How many of the last exits of a client are shown. */
const LAST = 3;

/** What takes longer to see than a look: each appears when it is there. */
export interface Details {
  readonly of: string;
  readonly line?: Known<StatusLine>;
  readonly memory?: Known<number>;
  readonly accounts?: Known<readonly Account[]>;
  readonly last?: Known<readonly Receipt[]>;
}

/** Looks into the client that is selected, and again when its look changed. */
export function useDetails(
  computer: Computer | undefined,
  snapshot: ClientSnapshot | undefined,
  turn: number,
): Details | undefined {
  const [details, setDetails] = useState<Details>();
  const id = snapshot?.client;
  const presence = snapshot?.presence;
  useEffect(() => {
    if (!computer || !snapshot || id === undefined) return undefined;
    let isWanted = true;
    const add = (more: Partial<Details>): void => {
      if (isWanted)
        setDetails((before) => ({ ...(before?.of === id ? before : {}), of: id, ...more }));
    };
    setDetails({ of: id });
    const parts: readonly (() => Promise<Partial<Details>>)[] = [
      async () => ({ last: await seen(async () => lastOf(computer, id)) }),
      async () => ({ memory: await computer.engine.memory(snapshot) }),
      async () => ({ line: await seen(() => lineOf(computer, id)) }),
      async () => ({ accounts: await computer.engine.accounts(id, 'in-passing') }),
    ];
    const all = async (): Promise<void> => {
      // One after the other, and no further once another client is selected.
      for (const part of parts) if (isWanted) add(await part());
    };
    all().catch((error: unknown) => add({ line: failure(error) }));
    return () => {
      isWanted = false;
    };
    // A new look that saw the same is no reason to measure anew, unless somebody asked for it.
  }, [computer, id, presence, turn]);
  return details?.of === id ? details : undefined;
}

async function lineOf(computer: Computer, id: string): Promise<StatusLine> {
  const [line] = await computer.engine.status([id]);
  if (!line) throw new Error(`not looked at: ${id}`);
  return line;
}

const lastOf = ({ machine }: Computer, id: string): readonly Receipt[] =>
  allReceipts(machine.places)
    .receipts.filter(({ client }) => client === id)
    .slice(-LAST)
    .reverse();

async function seen<T>(look: () => Promise<T>): Promise<Known<T>> {
  try {
    return { known: true, value: await look() };
  } catch (error) {
    return failure(error);
  }
}
