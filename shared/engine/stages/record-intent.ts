import type { Planned } from '../run-state.ts';

/** Where the audit log notes what is about to be done. Without an office there is no audit log. */
export async function recordIntent(run: Planned): Promise<Planned> {
  return run;
}
