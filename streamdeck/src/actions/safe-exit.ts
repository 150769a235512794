import type { Action } from '../action.ts';
import type { Facts } from '../facts.ts';
import type { KeyNow } from '../key.ts';
import { meant, together } from '../meant.ts';
import { endView, first, plain, presenceView, withHint, withHold, workView } from '../show.ts';
import { word } from '../words.ts';

/** A press this soon after a request that did not reach its end only looks again, in ms. */
export const LOOK_AGAIN_MS = 5_000;

/** One press: asks, waits, looks again. What stayed can be ended by a hold, where that is allowed. */
export const safeExit: Action = {
  id: 'safe-exit',
  view(key, facts) {
    const who = meant(key, facts);
    const work = first(key, who) ?? workView(key, facts, who);
    if (work) return work;
    const stays = stayed(key, facts);
    if (!stays) return endView(key, facts, who) ?? presenceView(key, facts, who);
    const view = plain(key, 'still-here', who.name, stays === 'partly' ? 'partly' : 'still-here');
    if (!mayForce(facts)) return withHint(key, facts, view);
    // What is true stands where the name was, what can be done where words of advice stand.
    const offer = { ...view, name: view.word, word: word(key.language, 'hold-to-force') };
    return withHint(key, facts, withHold(key, facts, offer));
  },
  press(key, hands) {
    const facts = hands.facts();
    if (isFresh(key, facts)) hands.look();
    else hands.exit(key, key.settings.then === 'purge' ? { tiers: ['cache'] } : undefined);
  },
  canHold: (key, facts) => stayed(key, facts) !== undefined && mayForce(facts),
  held: (key, hands) => hands.force(key),
};

export const mayForce = ({ policy }: Facts): boolean => policy?.force === 'allow';

type Asking = Pick<KeyNow, 'settings'>;

const ended = (key: Asking, facts: Facts) =>
  meant({ ...key, language: 'en' }, facts).ids.flatMap((id) => facts.ends.get(id) ?? []);

/** What an exit or a force left, if it left anything and that is still so. */
export function stayed(key: Asking, facts: Facts): 'still-running' | 'partly' | undefined {
  const ids = meant({ ...key, language: 'en' }, facts).ids;
  const presence = together(ids, facts);
  if (presence === 'gone' || presence === undefined) return undefined;
  const verdicts = ended(key, facts)
    .filter((one) => one.kind === 'exit' || one.kind === 'force')
    // Somebody else is at it: nothing was tried by us.
    .filter((one) => !one.receipt?.refusals.some(({ code }) => code === 'busy'))
    .map((one) => one.receipt?.verdict);
  return (['still-running', 'partly'] as const).find((one) => verdicts.includes(one));
}

/** Whether the last request came to its end just now, without its goal. */
export const isFresh = (key: Asking, facts: Facts): boolean =>
  stayed(key, facts) !== undefined &&
  ended(key, facts).some((one) => facts.now - one.at < LOOK_AGAIN_MS);
