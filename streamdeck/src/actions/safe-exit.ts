import type { RequestKind } from '../../../shared/core/model.ts';
import type { Action } from '../action.ts';
import { isRecent, type DeckState } from '../deck-state.ts';
import type { HoldTarget, KeyNow } from '../key.ts';
import { haveLeft, targets, targetIds, nameOfAll, together } from '../targets.ts';
import { endView, lost, plain, presenceView, withHint, withHold, workView } from '../show.ts';
import { word } from '../words.ts';

/** A press this soon after a request that did not reach its end only looks again, in ms. */
const LOOK_AGAIN_MS = 5_000;

/** One press: asks, waits, looks again. Who stayed can be ended by a hold, where that is allowed. */
export const safeExit: Action = {
  id: 'safe-exit',
  view(key, state) {
    const who = targets(key, state);
    const other = lost(key, who) ?? workView(key, state, who);
    if (other) return withHold(key, state, other);
    const stayed = stayedOf(key, state);
    if (stayed.length === 0) {
      const ended = endView(key, state, who, kindsOf(key));
      return withHold(key, state, ended ?? presenceView(key, state, who));
    }
    const isPartly = !stayed.some((id) => state.results.get(id)?.receipt?.verdict !== 'partly');
    const is = isPartly ? 'partly' : 'still-here';
    const view = plain(key, is, who.name, is);
    // What is left without a process cannot be ended.
    const target = targetOf(key, state);
    if (!target) return withHint(key, state, view);
    // Below stands what can be done; above whom it is about. That they are still here is what the sign says.
    const offer = {
      ...view,
      name: nameOfAll(target.ids, state, key),
      says: view.word,
      word: word(key.language, 'hold-to-force'),
      canHold: true,
    } as const;
    return withHint(key, state, withHold(key, state, offer));
  },
  press(key, commands) {
    const state = commands.state();
    const then = key.settings.then === 'purge' ? ({ tiers: ['cache'] } as const) : undefined;
    const ids = targetIds(key, state);
    if (isFresh(key, state)) commands.look();
    else if (ids.length === 0 && key.settings.client === 'any') commands.nobody('exit');
    else commands.exit(ids, then);
  },
  target: (key, state) => targetOf(key, state),
  held: (_key, commands, { ids, only }) => commands.force(ids, only),
};

export const mayForce = ({ policy }: DeckState): boolean => policy?.force === 'allow';

type Asking = Pick<KeyNow, 'settings'>;

/** The requests whose end this key is about. */
const kindsOf = ({ settings }: Asking): readonly RequestKind[] =>
  settings.then === 'purge' ? ['exit', 'force', 'purge'] : ['exit', 'force'];

function targetOf(key: Asking, state: DeckState): HoldTarget | undefined {
  const ids = stayedOf(key, state).filter((id) => !haveLeft([id], state));
  return ids.length > 0 && mayForce(state) ? { does: 'force', ids } : undefined;
}

/** Those whom our exit or force did not make leave, and who are still there. */
function stayedOf(key: Asking, state: DeckState): readonly string[] {
  return targetIds(key, state).filter((id) => {
    const presence = together([id], state);
    if (presence === 'gone' || presence === undefined) return false;
    const end = state.results.get(id);
    if (end?.kind !== 'exit' && end?.kind !== 'force') return false;
    // Where somebody else is at it, or a proof was not given, nothing was tried by us.
    if (end.receipt?.refusals.some(({ code }) => UNTRIED.has(code))) return false;
    return end.receipt?.verdict === 'still-running' || end.receipt?.verdict === 'partly';
  });
}

const UNTRIED: ReadonlySet<string> = new Set([
  ...['busy', 'needs-proof', 'audit-unwritable', 'declined'],
]);

/** Whether a request came to its end just now, without its goal. */
const isFresh = (key: Asking, state: DeckState): boolean =>
  stayedOf(key, state).some((id) =>
    isRecent(state.results.get(id)?.at ?? NaN, state.now, LOOK_AGAIN_MS),
  );
