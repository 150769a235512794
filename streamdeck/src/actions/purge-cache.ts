import { bytes } from '../../../shared/core/explain.ts';
import type { Action } from '../action.ts';
import type { Facts } from '../facts.ts';
import type { Key, KeyNow } from '../key.ts';
import { meant, together, type Meant } from '../meant.ts';
import type { Purging } from '../requests.ts';
import { endView, first, plain, presenceView, withHint, withHold, workView } from '../show.ts';
import type { View } from '../view.ts';
import { word } from '../words.ts';
import { HINT_MS } from './force-exit.ts';

/** How long the offer stands to exit first, in ms. */
const OFFER_MS = 5_000;

/** Shows what could be freed and frees it after a hold; of a client that runs only after its exit. */
export const purgeCache: Action = {
  id: 'purge-cache',
  wantsSizes: true,
  mustConfirm: true,
  view(key, facts) {
    const who = meant(key, facts);
    const other = first(key, who) ?? workView(key, facts, who) ?? endView(key, facts, who);
    if (other) return other;
    const presence = together(who.ids, facts);
    if (presence === undefined || presence === 'unknown') return presenceView(key, facts, who);
    const view = presence === 'gone' ? ofGone(key, facts, who) : ofPresent(key, facts, who);
    return withHint(key, facts, withHold(key, facts, view));
  },
  press(key, hands) {
    const facts = hands.facts();
    if (isGone(key, facts)) {
      if (!key.settings.confirm) return hands.purge(key, purging(key));
      if (key.isInMultiAction) return hands.alert(key);
      key.hint = { word: 'keep-holding', until: facts.now + HINT_MS };
      return hands.repaint(key);
    }
    if (!key.settings.confirm && (key.isInMultiAction || isOffered(key, facts)))
      return hands.exit(key, purging(key));
    if (key.isInMultiAction) return hands.alert(key);
    key.offerUntil = facts.now + OFFER_MS;
    hands.repaint(key);
  },
  canHold: (key, facts) => key.settings.confirm && (isGone(key, facts) || isOffered(key, facts)),
  held(key, hands) {
    if (isGone(key, hands.facts())) hands.purge(key, purging(key));
    else hands.exit(key, purging(key));
    key.offerUntil = undefined;
  },
};

const purging = ({ settings }: Key): Purging => ({
  tiers: settings.tiers === 'more' ? ['cache', 'leftover', 're-download'] : ['cache'],
  ...(settings.destination === 'nowhere' ? { permanently: true } : {}),
});

const isOffered = ({ offerUntil }: Pick<Key, 'offerUntil'>, { now }: Facts): boolean =>
  offerUntil !== undefined && now < offerUntil;

const isGone = (key: Pick<KeyNow, 'settings'>, facts: Facts): boolean =>
  together(meant({ ...key, language: 'en' }, facts).ids, facts) === 'gone';

/** Nobody is in the way: what could be freed, or what just was. */
function ofGone(key: KeyNow, facts: Facts, who: Meant): View {
  const ends = who.ids.flatMap((id) => facts.ends.get(id) ?? []);
  const removed = ends.flatMap(({ receipt }) => receipt?.removed ?? []);
  const [one] = removed;
  if (one && removed.some(({ files }) => files > 0))
    return {
      ...plain(key, 'freed', who.name, one.to === 'trash' ? 'trashed' : 'freed'),
      ...size(removed.reduce((sum, { bytes: some }) => sum + some, 0)),
    };
  if (who.ids.length === 0) return presenceView(key, facts, who);
  return withSize(key, facts, who, plain(key, 'purge', who.name, 'purge'));
}

/** It has to leave first: said, and after a press offered in two steps. */
function ofPresent(key: KeyNow, facts: Facts, who: Meant): View {
  if (!isOffered(key, facts))
    return withSize(key, facts, who, plain(key, 'purge', who.name, 'in-use'));
  return { ...plain(key, 'purge', who.name, 'exit-then-purge'), page: { at: 0, of: 2 } };
}

/** The size of all as far as it is known; one that is not known makes the sum unknown. */
function withSize(key: KeyNow, facts: Facts, who: Meant, view: View): View {
  const all = who.ids.map((id) => facts.sizes.get(id));
  if (all.some((one) => one?.known === false && one.why.code === 'denied'))
    return plain(key, 'grant-access', who.name, 'grant-access');
  if (all.some((one) => one?.known === false)) return { ...view, figure: '?' };
  const sum = all.reduce((total, one) => total + (one?.known ? one.value.bytes : NaN), 0);
  if (Number.isNaN(sum)) return { ...view, sign: 'purge', figure: '…' };
  if (sum === 0) return { ...view, word: word(key.language, 'nothing'), figure: '0', unit: 'B' };
  return { ...view, ...size(sum) };
}

function size(count: number): { readonly figure: string; readonly unit: string } {
  const [figure = '', unit = ''] = bytes(count).split(' ');
  return { figure, unit };
}
