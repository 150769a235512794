import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { refusalInWords } from '@shared/words/refusal-in-words.ts';
import type { Platform, RefusalCode, Verdict } from '@shared/core/model.ts';
import { withBin } from './bin.ts';

/** The next thing to do after a verdict, where the person has a launcher and no shell. */
export const NEXT: Readonly<Record<Verdict, string>> = {
  gone: '',
  'still-running': 'It may be asking something: look at its window, then try again.',
  partly: 'Something was left behind: look at Exit Status.',
  unknown: 'Not everything could be seen: look at Exit Status.',
};

/** A program runs at a place that Clean Exit does not know. */
export const IN_DOUBT =
  'A program that may be it runs at an unknown place: say in Exit Status what it is.';

/** For a client that nothing reached: it asks the person nothing either. */
export const UNASKED = 'Nobody of it could be asked: quit it by its own menu.';

/** Of a client that was stopped by a signal: it asks nothing, because it does nothing. */
export const PAUSED = 'It was paused, so it answers nobody: let it go on, then try again.';

const AFTER: Readonly<Partial<Record<RefusalCode, string>>> = {
  blind: 'Look at Exit Status to see what is missing.',
  busy: 'Wait until that request is over, then look again.',
  'client-running': 'Use Safe Exit for it first, then purge again.',
  'not-supported': 'Look at Exit Status to see what this computer allows.',
  'needs-consent': 'Open Purge Cache, look at the list, and agree to just that.',
  'no-such-account': 'Open Purge Cache to see which accounts there are.',
  'trash-only': '',
  'not-in-trash': 'Look into the trash before you go on.',
  'no-trash': 'Remove them for good instead, if you are sure.',
  failed: 'Look at Exit Status, then ask again.',
};

/** What refuses the rest, where the core's sentence says that nothing was touched. */
const MIDWAY: Readonly<Partial<Record<RefusalCode, string>>> = {
  blind: 'It could not be seen any more whether it is safe, so it went no further.',
  'open-elsewhere': 'A program has a file of it open, so it went no further.',
};

/** Of a version to come: its code says nothing to a person. */
const NOT_KNOWN = 'It was refused for a reason that this version does not know. Update Clean Exit.';

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
