import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Everything that was started or made, with the way to undo it; the last comes first. */
const debts = new Set<() => unknown>();

const interruption = new AbortController();

/** Aborted by Ctrl-C. */
export const interrupted = interruption.signal;

/** Remembers how to undo something; the answer does so now, and however often it is asked, once. */
export function owe(undo: () => unknown): () => Promise<void> {
  // Nothing new begins while everything is undone.
  interrupted.throwIfAborted();
  let undone: Promise<void> | undefined;
  const pay = (): Promise<void> =>
    (undone ??= Promise.resolve()
      .then(undo)
      .then(() => undefined)
      .finally(() => debts.delete(pay)));
  debts.add(pay);
  return pay;
}

/** Undoes all that is still there. One that cannot be undone does not keep the others. */
export async function tidy(): Promise<void> {
  for (const undo of [...debts].reverse()) {
    try {
      await undo();
    } catch (error) {
      process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

/** A folder that does not outlive the bench. */
export function folder(
  name: string,
  where = os.tmpdir(),
): { path: string; end: () => Promise<void> } {
  interrupted.throwIfAborted();
  const made = mkdtempSync(path.join(where, `clean-exit-bench-${name}-`));
  return { path: made, end: owe(() => rmSync(made, { recursive: true, force: true })) };
}

/** Ends a child by its own handle, never by name, should it still run then. */
export function mind<C extends ChildProcess>(child: C): C {
  const forget = (): boolean => debts.delete(kill);
  const kill = (): boolean => child.kill('SIGKILL');
  debts.add(kill);
  child.once('exit', forget).once('error', forget);
  return child;
}

/** Ctrl-C: everything is undone, then we end as whoever interrupted us expects. */
export function tidyWhenInterrupted(): void {
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(name, () => {
      interruption.abort();
      void tidy().finally(() => process.exit(code));
    });
}
