import type {
  ClientId,
  ClientProcess,
  Memory,
  Process,
  ProcessIdentity,
  Remembered,
} from '../model.ts';

/** One process for ever, as a key. */
export const identityOf = ({ pid, startTime, owner }: ProcessIdentity): string =>
  `${pid} ${startTime} ${owner}`;

/**
 * Whose process this is by what was seen before. One that hides its program meanwhile, as those of Chromium do
 * on their way out, is still the same; a helper that has become another program is not.
 */
export function remembered(process: Process, memory: Memory | undefined): Remembered | undefined {
  const before = memory?.get(identityOf(process));
  if (before === undefined) return undefined;
  // A root that has become another program is the person's program still: it may be saving.
  if (before.role === 'root') return before;
  const isSame = !process.exe.known || !before.exe.known || process.exe.value === before.exe.value;
  return isSame ? before : undefined;
}

/** The memory after one more look; what was seen first counts. */
export function remember(memory: Memory, client: ClientId, seen: readonly ClientProcess[]): Memory {
  const fresh = seen.filter((one) => !memory.has(identityOf(one)));
  if (fresh.length === 0) return memory;
  return new Map([
    ...memory,
    ...fresh.map((one) => [identityOf(one), asSeen(client, one)] as const),
  ]);
}

const asSeen = (client: ClientId, { role, exe, onlyNamed }: ClientProcess): Remembered => ({
  ...{ client, role, exe },
  ...(onlyNamed ? { onlyNamed } : {}),
});
