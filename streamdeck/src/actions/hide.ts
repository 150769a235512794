import type { Action } from '../action.ts';
import { targets, targetIds, together } from '../targets.ts';
import { endView, lost, plain, presenceView, workView } from '../show.ts';

/** Closes the windows of clients, which run on: not an exit, and the face says so. */
export const hide: Action = {
  id: 'hide',
  view(key, facts) {
    const who = targets(key, facts);
    const other = lost(key, who) ?? workView(key, facts, who) ?? endView(key, facts, who, ['hide']);
    if (other) return other;
    if (together(who.ids, facts) !== 'running') return presenceView(key, facts, who);
    const windows = who.ids.map((id) => facts.glances?.get(id)?.seen.windows);
    if (windows.some((one) => !one?.known)) return plain(key, 'unknown', who.name, 'unknown');
    const shows = windows.some((one) => one?.known && one.value.some((window) => window.visible));
    return plain(key, 'hide', who.name, shows ? 'hide' : 'hidden');
  },
  press: (key, commands) => commands.hide(targetIds(key, commands.facts())),
};
