import { useEffect, useState } from 'react';
import { failure, known, type Known } from '@shared/core/known.ts';
import type { Account } from '@shared/core/listing.ts';
import type { Receipt, StatusLine } from '@shared/core/receipt.ts';
import { allReceipts } from '@shared/store/all-receipts.ts';
import type { Computer } from '../requests/computer.ts';
import type { Watched } from './use-watch.ts';

/** How many of the last exits of a client are shown. */
const LAST = 3;

/** What takes longer to see than a look: each appears when it is there. */
export interface Details {
  readonly of: string;
  readonly line: Known<StatusLine> | undefined;
  readonly memory: Known<number> | undefined;
  readonly accounts: Known<readonly Account[]> | undefined;
  readonly last: Known<readonly Receipt[]> | undefined;
}

/** What is known of the client that is selected; its receipts are read again when its look changed. */
export function useDetails(
  computer: Computer | undefined,
  id: string | null,
  { snapshots, state, turn }: Watched,
): Details | undefined {
  const [last, setLast] = useState<{ of: string; is: Known<readonly Receipt[]> }>();
  const presence = snapshots?.find(({ client }) => client === id)?.presence;
  useEffect(() => {
    if (computer && id !== null && presence) setLast({ of: id, is: lastOf(computer, id) });
  }, [computer, id, presence, turn]);
  if (id === null || !presence || !state) return undefined;
  return {
    of: id,
    line: state.lines.get(id),
    memory: state.memory.get(id),
    accounts: state.accounts.get(id),
    last: last?.of === id ? last.is : undefined,
  };
}

function lastOf({ machine }: Computer, id: string): Known<readonly Receipt[]> {
  try {
    const { receipts } = allReceipts(machine.places);
    return known(
      receipts
        .filter(({ client }) => client === id)
        .slice(-LAST)
        .reverse(),
    );
  } catch (error) {
    return failure(error);
  }
}
