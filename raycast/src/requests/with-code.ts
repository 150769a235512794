import { Toast } from '@raycast/api';
import type { ProofRefusal } from '@shared/core/proof.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import type { SharedProofs } from '@shared/engine/engine.ts';
import { codesIn } from '@shared/store/code/codes.ts';
import { clock } from '../show/clock.ts';
import { deedTitle } from '../show/deed.ts';
import { tell } from '../show/voice.ts';
import { withToast } from '../show/with-toast.ts';
import type { CodesOf } from './computer.ts';
import { requestTogether } from './leave.ts';
import type { Waiting } from './waiting.ts';

/** The one-time codes of the person, checked as the command line checks them. */
export const codesHere: CodesOf = ({ places, clock }) => codesIn(places, () => clock.now());

/**
 * Carries out what waits, with one code for all of it, at a computer of its own: a view that is closed does not take it
 * away. Answers why the code was not taken, in words; undefined where it was.
 */
export async function withCode({ requests }: Waiting, code: string): Promise<string | undefined> {
  let why: string | undefined;
  const work = deedTitle(requests[0]?.kind ?? 'exit');
  await withToast(
    work,
    async (computer, toast) => {
      const shared: SharedProofs = new Map();
      const how = { agreed: 'question', code, shared } as const;
      await requestTogether(
        computer,
        requests,
        toast,
        { success: 'hud' },
        how,
        async (receipts) => {
          const refused = receipts.flatMap(codeRefusal)[0];
          if (!refused) return false;
          why = whyNotTaken(refused);
          tell(toast, { style: Toast.Style.Failure, title: 'Nothing Was Done', message: why });
          return true;
        },
      );
    },
    codesHere,
  );
  return why;
}

export const codeRefusal = ({ refusals }: Receipt): readonly ProofRefusal[] =>
  refusals.flatMap(({ proof }) => (proof?.kind === 'code' ? [proof] : []));

/** Why a code was not taken and what to do now, where the person has a form. */
export function whyNotTaken({ why, detail = '', until }: ProofRefusal): string {
  if (why === 'locked')
    return `Too many wrong codes: none is taken${until === undefined ? ' now' : ` before ${clock(until)}`}.`;
  if (why === 'wrong')
    return detail === 'used'
      ? 'This code was used before: wait for the next one.'
      : 'This code is wrong: type the one that is shown now.';
  const [said] =
    Object.entries(NOT_NOW)
      .find(([code]) => detail.startsWith(code))
      ?.slice(1) ?? [];
  return said ?? `No code can be taken here${detail === '' ? '' : ` (${detail})`}.`;
}

const NOT_NOW = {
  'not-enrolled': 'No authenticator app is enrolled for you. In a terminal: clean-exit code enrol',
  'clock-back':
    'The clock of this computer is before the last code, so no code can be trusted: set it right.',
  busy: 'Another request is checking a code: submit again in a moment.',
  unreadable: 'The enrolment of your authenticator app cannot be read. See: clean-exit code status',
  unwritable: 'It could not be noted that this code is used, so it was not taken.',
} as const;
