import type { Action } from '../action.ts';
import { meant, together } from '../meant.ts';
import { endView, first, plain, presenceView, withHint, withHold, workView } from '../show.ts';
import { mayForce } from './safe-exit.ts';

/** How long a word of advice stands, in ms. */
export const HINT_MS = 2_000;

/** Ends clients at once, after a hold; a short press never does, unless the confirmation was switched off. */
export const forceExit: Action = {
  id: 'force-exit',
  mustConfirm: true,
  view(key, facts) {
    const who = meant(key, facts);
    const other = first(key, who) ?? workView(key, facts, who) ?? endView(key, facts, who);
    if (other) return withHold(key, facts, other);
    const presence = together(who.ids, facts);
    if (presence === undefined || presence === 'gone' || presence === 'unknown')
      return withHold(key, facts, presenceView(key, facts, who));
    if (!mayForce(facts)) return plain(key, 'refused', who.name, 'not-allowed');
    const view = plain(key, 'force', who.name, key.settings.confirm ? 'hold' : 'force');
    return withHint(key, facts, withHold(key, facts, view));
  },
  press(key, hands) {
    if (!key.settings.confirm) return hands.force(key);
    if (key.isInMultiAction) return hands.alert(key);
    key.hint = { word: 'keep-holding', until: hands.facts().now + HINT_MS };
    hands.repaint(key);
  },
  canHold: (key) => key.settings.confirm,
  held: (key, hands) => hands.force(key),
};
