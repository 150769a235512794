import type { Action } from '../action.ts';
import { endableIds, haveLeft, targets, together } from '../targets.ts';
import { endView, lost, plain, presenceView, withHint, withHold, workView } from '../show.ts';
import { mayForce } from './safe-exit.ts';

/** Ends clients at once, after a hold; a short press never does, unless the confirmation was switched off. */
export const forceExit: Action = {
  id: 'force-exit',
  mustConfirm: true,
  view(key, facts) {
    const who = targets(key, facts);
    const other =
      lost(key, who) ?? workView(key, facts, who) ?? endView(key, facts, who, ['force']);
    if (other) return withHold(key, facts, other);
    const presence = together(who.ids, facts);
    const isRest = haveLeft(who.ids, facts) || presence === 'unknown';
    if (presence === undefined || presence === 'gone' || isRest)
      return withHold(key, facts, presenceView(key, facts, who));
    if (!mayForce(facts)) return plain(key, 'refused', who.name, 'not-allowed');
    const view = plain(key, 'force', who.name, key.settings.confirm ? 'hold' : 'force');
    return withHint(key, facts, withHold(key, facts, view));
  },
  press(key, commands) {
    const facts = commands.facts();
    if (!key.settings.confirm) return commands.force(endableIds(key, facts));
    if (key.isInMultiAction) return commands.alert(key);
    key.hint = { is: 'hold-longer', at: facts.now };
  },
  aim(key, facts) {
    const ids = endableIds(key, facts);
    return key.settings.confirm && ids.length > 0 ? { does: 'force', ids } : undefined;
  },
  held: (_key, commands, { ids, only }) => commands.force(ids, only),
};
