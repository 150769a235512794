import type { Action } from '../action.ts';
import { type DeckState } from '../deck-state.ts';
import type { Key } from '../key.ts';
import { endableIds } from '../targets.ts';
import { withHold } from '../show.ts';
import { mayForce, safeExit } from './safe-exit.ts';
import { detailOf, status, statusView } from './status.ts';

/** Turn to choose a client, press for a safe exit, hold to force, touch for details. */
export const dial: Action = {
  id: 'dial',
  wantsSizes: true,
  view(key, state) {
    if (key.page > 0 && !key.hold) return statusView(key, state);
    return withHold(key, state, safeExit.view({ ...key, hold: undefined }, state));
  },
  press(key, commands) {
    key.page = 0;
    safeExit.press(key, commands);
  },
  target(key, state) {
    const ids = endableIds(key, state);
    return ids.length > 0 && mayForce(state) ? { does: 'force', ids } : undefined;
  },
  held: (_key, commands, { ids, only }) => commands.force(ids, only),
  turn(key, ticks, commands) {
    const list = choices(key, commands.state());
    const at = list.indexOf(key.settings.client);
    const next = list[(((at + ticks) % list.length) + list.length) % list.length];
    if (next !== undefined) commands.choose(key, next);
  },
  touch(key, isLong, commands) {
    if (isLong) commands.look();
    else status.press(key, commands);
  },
  detail: detailOf,
};

/** Those that are there, in the order of the catalogue, behind `any`; the chosen one stays in the list. */
function choices({ settings }: Key, { clients, snapshots }: DeckState): readonly string[] {
  const isHere = (id: string): boolean => (snapshots?.get(id)?.presence ?? 'gone') !== 'gone';
  const here = clients.map(({ id }) => id).filter((id) => isHere(id) || id === settings.client);
  return ['any', ...here];
}
