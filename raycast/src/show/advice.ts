import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { refusalInWords } from '@shared/words/refusal-in-words.ts';
import type { Platform, RefusalCode, Verdict } from '@shared/core/model.ts';
import { withBin } from './bin.ts';

/** The next thing to do after a verdict, where the person has a launcher and no shell. */
export const NEXT: Readonly<Record<Verdict, string>> = {
  gone: '',
  'still-running': 'It may be asking something: check its window, then try again.',
  partly: 'Something was left behind: open Exit Status.',
  unknown: 'Not everything could be checked: open Exit Status.',
};

/** A program runs at a place that Clean Exit does not know. */
export const IN_DOUBT =
  'A program that may be this app is running from an unknown place: say in Exit Status what it is.';

/** For a client that nothing reached: it asks the person nothing either. */
export const UNASKED = 'None of its processes could be asked: quit it from its own menu.';

/** Of a client that was stopped by a signal: it asks nothing, because it does nothing. */
export const PAUSED = 'It is paused and cannot answer: resume it, then try again.';

const AFTER: Readonly<Partial<Record<RefusalCode, string>>> = {
  blind: 'Open Exit Status to see what is missing.',
  busy: 'Wait until that request has finished, then check again.',
  'client-running': 'Use Safe Exit for it first, then purge again.',
  'not-supported': 'Open Exit Status to see what this computer allows.',
  'needs-consent': 'Open Purge Cache, look at the list, and agree to just that.',
  'audit-unwritable': 'Ask your administrator: nothing is done that cannot be recorded.',
  'needs-proof': 'Use the command line, which can ask for it.',
  'no-such-account': 'Open Purge Cache to see which accounts there are.',
  'trash-only': '',
  'not-in-trash': 'Check the trash before you continue.',
  'no-trash': 'Delete them permanently instead, if you are sure.',
  failed: 'Open Exit Status, then try again.',
};

/** What refuses the rest, where the core's sentence says that nothing was touched. */
const MIDWAY: Readonly<Partial<Record<RefusalCode, string>>> = {
  blind: 'Clean Exit could no longer check whether it is safe, so it stopped there.',
  'open-elsewhere': 'Another program has one of its files open, so it stopped there.',
};

/** Of a version to come: its code says nothing to a person. */
const NOT_KNOWN = 'It was refused for a reason this version does not know. Update Clean Exit.';

/**
 * What was refused and what to do now: the core's sentence, without a command line in it. Where something was done
 * before, that nothing was touched is not said.
 */
export function nextAfterRefusal(
  code: RefusalCode,
  { platform, isMidway = false }: { readonly platform: Platform; readonly isMidway?: boolean },
): string {
  if (!Object.hasOwn(en.refusal, code)) return NOT_KNOWN;
  const { what, next } = refusalInWords(code, en);
  const said = `${(isMidway ? MIDWAY[code] : undefined) ?? what} ${AFTER[code] ?? next}`;
  return withBin(said.trim(), platform);
}
