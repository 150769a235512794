import type { Action } from '../action.ts';
import { endableIds, haveLeft, targets, together } from '../targets.ts';
import {
  canHold,
  endView,
  lost,
  plain,
  presenceView,
  withHint,
  withHold,
  workView,
} from '../show.ts';
import { mayForce } from './safe-exit.ts';

/** Ends clients at once, after a hold; a short press never does, unless the confirmation was switched off. */
export const forceExit: Action = {
  id: 'force-exit',
  mustConfirm: true,
  view(key, state) {
    const who = targets(key, state);
    const other =
      lost(key, who) ?? workView(key, state, who) ?? endView(key, state, who, ['force']);
    if (other) return withHold(key, state, other);
    const presence = together(who.ids, state);
    const isRest = haveLeft(who.ids, state) || presence === 'unknown';
    if (presence === undefined || presence === 'gone' || isRest)
      return withHold(key, state, presenceView(key, state, who));
    if (!mayForce(state)) return plain(key, 'not-allowed', who.name, 'not-allowed');
    const { confirm } = key.settings;
    const view = canHold(confirm, plain(key, 'force', who.name, confirm ? 'hold' : 'force'));
    return withHint(key, state, withHold(key, state, view));
  },
  press(key, commands) {
    const state = commands.state();
    if (!key.settings.confirm) return commands.force(endableIds(key, state));
    if (key.isInMultiAction) return commands.alert(key);
    key.hint = { is: 'hold-longer', at: state.now };
  },
  target(key, state) {
    const ids = endableIds(key, state);
    return key.settings.confirm && ids.length > 0 ? { does: 'force', ids } : undefined;
  },
  held: (_key, commands, { ids, only }) => commands.force(ids, only),
};
