import type { Model } from './model.ts';
import { kindOf } from './slots.ts';
import type { Words } from './words.en.ts';

export type Hint = keyof Words['hints'];

/** What helps now: which sentence, and which action it speaks of. */
export interface NextStep {
  readonly hint: Hint;
  readonly action: 'safe-exit' | 'force-exit' | 'purge-cache';
}

type Seen = Pick<Model, 'practice' | 'ended' | 'press' | 'deck'>;

const EXIT = 'safe-exit';
const PURGE = 'purge-cache';

/** The next thing to do with the practice client. Pure. */
export function nextStep(seen: Seen): NextStep {
  const { practice, ended, deck } = seen;
  const { temper, processes, icon } = practice;
  if (temper === undefined || processes.length === 0) return { hint: 'start', action: EXIT };
  if (processes.some((one) => one.isThere)) return whileItRuns(seen);
  if (ended?.request === 'purge' && ended.result === 'done')
    return { hint: 'purged', action: PURGE };
  const short = shortPress(seen, [PURGE]);
  if (short) return { hint: 'hold', action: PURGE };
  if (icon === 'shown') return { hint: 'ghost', action: EXIT };
  const hasPurge = deck?.placed.some((one) => kindOf(one.action) === PURGE) ?? false;
  return { hint: hasPurge ? 'left' : 'leftAlone', action: PURGE };
}

function whileItRuns(seen: Seen): NextStep {
  const { ended, press } = seen;
  if (shortPress(seen, ['force-exit'])) return { hint: 'hold', action: 'force-exit' };
  if (shortPress(seen, [PURGE])) return { hint: 'quitFirst', action: PURGE };
  if (ended?.request === 'hide') return { hint: 'hidden', action: EXIT };
  // It stayed although it was asked: only force helps.
  const wasAsked = ended?.request === 'exit' || ended?.request === 'force';
  if (wasAsked && ended.verdict !== 'gone') return { hint: 'stayed', action: EXIT };
  const isAsked = press?.action === EXIT || (press?.action === 'dial' && !press.isDown);
  if (isAsked && ended === undefined) return { hint: 'waiting', action: EXIT };
  return { hint: 'running', action: EXIT };
}

/** A key that acts only when it is held was pressed and let go of. */
const shortPress = ({ press }: Seen, actions: readonly string[]): boolean =>
  press !== undefined && !press.isDown && actions.includes(press.action);

/** The sentence, with the name that the action has on this deck. */
export function nextSentence({ hints }: Words, seen: Seen): string {
  const { hint, action } = nextStep(seen);
  const named = seen.deck?.palette.find(({ uuid }) => kindOf(uuid) === action)?.name;
  return hints[hint](named ?? action);
}
