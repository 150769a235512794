import type { ProofAnswer } from '../../../core/proof.ts';
import { declined, DIALOG_MS, unavailable, type Prove } from '../../proofs/proofs-by.ts';
import { textAt } from '../powershell/shape.ts';
import { question, START_MS, type Starter } from '../powershell/starter.ts';
import script from './presence.ps1.ts';

/**
 * Presence by Windows Hello (UserConsentVerifier) through Windows PowerShell 5.1: newer ones cannot reach WinRT. The
 * script is constant, the reason comes by standard input. Not tried on Windows.
 */
export function presenceByHello(starter: Starter): Prove {
  return async ({ reason }) => {
    const said = await question(starter, {
      ...{ verb: 'presence', script, reason, waitMs: DIALOG_MS, ms: DIALOG_MS + START_MS },
      read: (answer) => ({ can: textAt(answer, 'can'), answer: textAt(answer, 'answer') }),
    });
    if (said.known) return answerOf(said.value);
    const { code, detail = code } = said.why;
    return code === 'timeout' || detail === 'late'
      ? declined('presence')
      : unavailable('presence', detail);
  };
}

/** UserConsentVerificationResult: only `Verified` is a proof; what the person did not do is a no. */
function answerOf({ can, answer }: { readonly can: string; readonly answer: string }): ProofAnswer {
  if (can !== 'Available') return unavailable('presence', `Windows Hello: ${can}`);
  if (answer === 'Verified') return { given: { kind: 'presence', by: 'Windows Hello' } };
  return /^(?:Canceled|RetriesExhausted)$/.test(answer)
    ? declined('presence')
    : unavailable('presence', `Windows Hello: ${answer}`);
}
