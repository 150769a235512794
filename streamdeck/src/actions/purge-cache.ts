import { isClean } from '../../../shared/core/is-clean.ts';
import type { Presence } from '../../../shared/core/model.ts';
import type { Action, DeckCommands } from '../action.ts';
import { isRecent, type DeckState } from '../deck-state.ts';
import { OFFER_MS, type HoldTarget, type Key, type KeyNow } from '../key.ts';
import { countLeft, haveLeft, targets, targetIds, together, type Targets } from '../targets.ts';
import type { Purging } from '../action.ts';
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
import { sizeOf, sumOfAll } from '../sum.ts';
import type { View } from '../view.ts';

/** How long what was freed is shown, in ms: then the key shows again what could be. */
const FREED_MS = 60_000;
/** Two presses closer together than this are one finger's, in ms. */
const TWICE_MS = 400;

/** Shows what could be freed and frees it after a hold; of a client that runs only after its exit. */
export const purgeCache: Action = {
  id: 'purge-cache',
  wantsSizes: true,
  mustConfirm: true,
  view(key, state) {
    const who = purged(key, state, targets(key, state));
    const other =
      lost(key, who) ?? workView(key, state, who) ?? endView(key, state, who, ['purge']);
    if (other) return withHold(key, state, other);
    return withHint(key, state, withHold(key, state, resting(key, state, who)));
  },
  press(key, commands) {
    const state = commands.state();
    const target = targetOf(key, state);
    if (!key.settings.confirm && target && (target.does === 'purge' || isTwice(key, state)))
      return begin(key, commands, target);
    if (!key.settings.confirm && key.isInMultiAction)
      return commands.exit(targetIds(key, state), purging(key));
    if (key.isInMultiAction) return commands.alert(key);
    if (target?.does === 'purge') key.hint = { is: 'hold-longer', at: state.now };
    else if (!target && targetIds(key, state).length > 0)
      key.offer = { is: targetIds(key, state), at: state.now };
  },
  target: (key, state) => (key.settings.confirm ? targetOf(key, state) : undefined),
  held: begin,
};

function begin(key: Key, commands: DeckCommands, { does, ids, only }: HoldTarget): void {
  if (does === 'purge') commands.purge(ids, purging(key), only);
  else commands.exit(ids, purging(key), only);
  key.offer = undefined;
}

const purging = ({ settings }: Key): Purging => ({
  tiers: settings.tiers === 'more' ? ['cache', 'leftover', 're-download'] : ['cache'],
  ...(settings.destination === 'nowhere' ? { permanently: true } : {}),
});

type Asking = Pick<KeyNow, 'settings' | 'offer'>;

/** What the face offers: a purge of who has gone, or, once it was offered, an exit before it. */
function targetOf(key: Asking, state: DeckState): HoldTarget | undefined {
  const ids = targetIds(key, state);
  if (ids.length > 0 && haveLeft(ids, state)) return { does: 'purge', ids };
  return key.offer && isRecent(key.offer.at, state.now, OFFER_MS)
    ? { does: 'exit-then-purge', ids: key.offer.is }
    : undefined;
}

const isTwice = ({ offer }: Asking, { now }: DeckState): boolean =>
  offer !== undefined && !isRecent(offer.at, now, TWICE_MS);

/** When nobody is there, a key for whichever is running still speaks of whom it just purged. */
function purged(key: KeyNow, state: DeckState, who: Targets): Targets {
  if (key.settings.client !== 'any' || who.ids.length > 0) return who;
  const recent = [...state.results].filter(
    ([, { kind, at }]) => kind === 'purge' && isRecent(at, state.now, FREED_MS),
  );
  return { ...who, ids: recent.map(([id]) => id) };
}

/** Nothing is under way, nothing was refused. */
function resting(key: KeyNow, state: DeckState, who: Targets): View {
  const presence = together(who.ids, state);
  const { confirm } = key.settings;
  if (presence === undefined || presence === 'unknown' || who.ids.length === 0)
    return presenceView(key, state, who);
  if (haveLeft(who.ids, state))
    return (
      freed(key, state, who) ??
      withSize(key, state, who, canHold(confirm, plain(key, 'purge', who.name, 'purge')))
    );
  if (targetOf(key, state)?.does !== 'exit-then-purge') return inUse(key, state, who, presence);
  const say = confirm ? 'exit-then-purge' : 'press-both';
  return {
    ...canHold(confirm, plain(key, 'exit-first', who.name, say)),
    page: { at: 0, of: 2 },
  };
}

/** Whatever is here of it stands on the bin, and behind the word how much waits to be freed. */
function inUse(key: KeyNow, state: DeckState, who: Targets, presence: Presence): View {
  const view = plain(key, presence, who.name, 'in-use');
  return presence === 'residue'
    ? { ...view, figure: String(countLeft(who.ids, state)) }
    : withSize(key, state, who, view);
}

/** What the last purge came to, for a while: a tick only where nothing stayed that was to go. */
function freed(key: KeyNow, state: DeckState, { ids, name }: Targets): View | undefined {
  const receipts = ids.flatMap((id) => {
    const end = state.results.get(id);
    return end?.kind === 'purge' && end.receipt && isRecent(end.at, state.now, FREED_MS)
      ? [end.receipt]
      : [];
  });
  if (receipts.length === 0) return undefined;
  const removed = receipts.flatMap((one) => one.removed ?? []);
  const size = sizeOf(removed.reduce((sum, { bytes }) => sum + bytes, 0));
  const isSome = removed.some(({ files }) => files > 0);
  if (!receipts.every(isClean))
    return isSome
      ? { ...plain(key, 'partly', name, 'partly'), ...size }
      : plain(key, 'failed', name, 'failed');
  if (!isSome) return undefined;
  const isTrash = removed.every(({ to }) => to === 'trash');
  const is = isTrash ? 'trashed' : 'freed';
  return { ...plain(key, is, name, is), ...size };
}

/** The size of all that this key would take; one that is not known makes the sum unknown. */
function withSize(key: KeyNow, state: DeckState, who: Targets, view: View): View {
  const all = who.ids.map((id) => state.sizes.get(id));
  if (all.some((one) => one?.known === false && one.why.code === 'denied'))
    return plain(key, 'grant-access', who.name, 'grant-access');
  const { tiers } = key.settings;
  const of = (what: 'bytes' | 'files') =>
    all.map((one) =>
      one?.known ? ({ known: true, value: one.value[tiers][what] } as const) : one,
    );
  const isNothing = all.every((one) => one?.known && one.value[tiers].files === 0);
  const shown =
    isNothing && view.sign === 'purge' ? plain(key, 'nothing', who.name, 'nothing') : view;
  return { ...shown, ...sumOfAll(of('bytes'), 'bytes') };
}
