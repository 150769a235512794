import type { Action } from '../action.ts';
import { targets, targetIds, together } from '../targets.ts';
import { endView, lost, plain, presenceView, workView } from '../show.ts';

/** Closes the windows of clients, which run on: not an exit, and the face says so. */
export const hide: Action = {
  id: 'hide',
  view(key, state) {
    const who = targets(key, state);
    const other = lost(key, who) ?? workView(key, state, who) ?? endView(key, state, who, ['hide']);
    if (other) return other;
    if (together(who.ids, state) !== 'running') return presenceView(key, state, who);
    const windows = who.ids.map((id) => state.snapshots?.get(id)?.seen.windows);
    if (windows.some((one) => !one?.known)) return plain(key, 'unknown', who.name, 'unknown');
    const shows = windows.some((one) => one?.known && one.value.some((window) => window.visible));
    return shows
      ? plain(key, 'running', who.name, 'hide')
      : plain(key, 'hidden', who.name, 'hidden');
  },
  press: (key, commands) => commands.hide(targetIds(key, commands.state())),
};
