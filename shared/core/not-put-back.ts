import { explainRefusal, text, type Language } from './explain.ts';
import type { Refusal, RefusalCode } from './model.ts';
import type { Text } from './words/words.ts';

/** Why nothing was put back, naming the client that it is about, and the next thing to do. */
export function notPutBack(
  refusal: Refusal,
  lang: Language,
): { readonly what: string; readonly next: string } {
  const { subject, detail } = refusal;
  const [what, next] = WORDS[refusal.code] ?? [];
  if (what === undefined || next === undefined) return explainRefusal(refusal, lang);
  return {
    what: text(lang, what, subject, detail ? ` (${detail})` : ''),
    next: text(lang, next, subject),
  };
}

const WORDS: Readonly<Partial<Record<RefusalCode, readonly [Text, Text]>>> = {
  'client-running': ['restoreRuns', 'restoreRunsNext'],
  blind: ['restoreUnseen', 'restoreUnseenNext'],
  busy: ['restoreBusy', 'restoreBusyNext'],
  hold: ['restoreHold', 'restoreHoldNext'],
  'not-looked-at': ['restoreNoClient', 'restoreNoClientNext'],
};
