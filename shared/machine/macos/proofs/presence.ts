import type { ProofAnswer } from '../../../core/proof.ts';
import { declined, DIALOG_MS, unavailable, type Prove } from '../../proofs/proofs-by.ts';
import { askScript } from '../osascript.ts';
import type { Starter } from '../programs.ts';
import script from './presence.jxa.js.ts';

/** A moment more than the script itself waits, so that it says so itself. */
const LATE_MS = 5_000;

/**
 * Presence by LocalAuthentication through osascript (Applications' own dialog of macOS): the script is constant, the
 * reason an argument. Not tried on a Mac.
 */
export function presenceByTouchId(starter: Starter): Prove {
  return async ({ reason }) => {
    const answer = await askScript(starter, {
      language: 'JavaScript',
      script,
      args: [encodeURIComponent(reason), String(DIALOG_MS)],
      timeoutMs: DIALOG_MS + LATE_MS,
    });
    if (answer.known) return answerOf(answer.value);
    const { code, detail = code } = answer.why;
    return code === 'timeout' ? declined('presence') : unavailable('presence', detail);
  };
}

/** Only `present: true` is a proof: what the script says of an error is the person's no, or why nobody could be asked. */
function answerOf(said: unknown): ProofAnswer {
  const one = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  if (one['present'] === true) return { given: { kind: 'presence', by: 'LocalAuthentication' } };
  if (one['asked'] === true) return declined('presence');
  return unavailable('presence', `LocalAuthentication ${String(one['code'])}`);
}
