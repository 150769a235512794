import { existsSync } from 'node:fs';
import process from 'node:process';
import type { ProofAnswer } from '../../../core/proof.ts';
import { declined, DIALOG_MS, unavailable, type Prove } from '../../proofs/proofs-by.ts';
import type { Run, Said } from '../../run-port.ts';
import { readStat } from '../processes.ts';
import { ACTION_ID } from './polkit-action.ts';

/** Where polkit's own program is: nobody's PATH says. */
const PKCHECK = '/usr/bin/pkcheck';

/** What a test brings: another system bus. A person's environment names none: it could be the person's own. */
export interface PresenceOptions {
  readonly run: Run;
  readonly uid: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: string;
}

/**
 * Presence by polkit: the agent of the desktop asks for the password or the fingerprint of the account. Root is asked
 * nothing (polkit(8)), so root proves nothing.
 */
export function presenceByPolkit({
  run,
  uid,
  env = {},
  program = PKCHECK,
}: PresenceOptions): Prove {
  return async ({ signal }) => {
    if (uid === 0) return unavailable('presence', 'root');
    if (!existsSync(program)) return unavailable('presence', 'polkit-missing');
    const startTime = readStat(process.pid)?.startTime;
    if (startTime === undefined) return unavailable('presence', '/proc shows no start time');
    const said = await run({
      program,
      args: [
        ...['--action-id', ACTION_ID, '--process', `${process.pid},${startTime},${uid}`],
        '--allow-user-interaction',
      ],
      timeoutMs: DIALOG_MS,
      env,
      ...(signal ? { signal } : {}),
    });
    if (said.known) return answerOf(said.value);
    const { code, detail = code } = said.why;
    const isOver = code === 'timeout' || signal?.aborted;
    return isOver ? declined('presence') : unavailable('presence', detail);
  };
}

/** pkcheck(1): 0 authorised, 1 not, 2 there is no agent to ask, 3 the dialog was closed; 127 is an error of polkit. */
function answerOf({ code, stderr }: Said): ProofAnswer {
  switch (code) {
    case 0:
      return { given: { kind: 'presence', by: 'polkit' } };
    case 1:
    case 3:
      return declined('presence');
    case 2:
      return unavailable('presence', 'no-agent');
    default:
      return unavailable(
        'presence',
        /is not registered/.test(stderr)
          ? 'polkit-action'
          : `polkit: ${stderr.trim().slice(0, 200)}`,
      );
  }
}
