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
  view(key, facts) {
    const who = targets(key, facts);
    const other = lost(key, who) ?? workView(key, facts, who);
    if (other) return withHold(key, facts, other);
    const stayed = stayedOf(key, facts);
    if (stayed.length === 0) {
      const ended = endView(key, facts, who, kindsOf(key));
      return withHold(key, facts, ended ?? presenceView(key, facts, who));
    }
    const isPartly = !stayed.some((id) => facts.ends.get(id)?.receipt?.verdict !== 'partly');
    const view = plain(key, 'still-here', who.name, isPartly ? 'partly' : 'still-here');
    // What is left without a process cannot be ended.
    const aim = aimOf(key, facts);
    if (!aim) return withHint(key, facts, view);
    // Below stands what can be done; above whom it is about. That they are still here is what the sign says.
    const offer = {
      ...view,
      name: nameOfAll(aim.ids, facts, key),
      says: view.word,
      word: word(key.language, 'hold-to-force'),
    };
    return withHint(key, facts, withHold(key, facts, offer));
  },
  press(key, commands) {
    const facts = commands.facts();
    const then = key.settings.then === 'purge' ? ({ tiers: ['cache'] } as const) : undefined;
    if (isFresh(key, facts)) commands.look();
    else commands.exit(targetIds(key, facts), then);
  },
  aim: (key, facts) => aimOf(key, facts),
  held: (_key, commands, { ids, only }) => commands.force(ids, only),
};

export const mayForce = ({ policy }: DeckState): boolean => policy?.force === 'allow';

type Asking = Pick<KeyNow, 'settings'>;

/** The requests whose end this key is about. */
const kindsOf = ({ settings }: Asking): readonly RequestKind[] =>
  settings.then === 'purge' ? ['exit', 'force', 'purge'] : ['exit', 'force'];

function aimOf(key: Asking, facts: DeckState): HoldTarget | undefined {
  const ids = stayedOf(key, facts).filter((id) => !haveLeft([id], facts));
  return ids.length > 0 && mayForce(facts) ? { does: 'force', ids } : undefined;
}

/** Those whom our exit or force did not make leave, and who are still there. */
function stayedOf(key: Asking, facts: DeckState): readonly string[] {
  return targetIds(key, facts).filter((id) => {
    const presence = together([id], facts);
    if (presence === 'gone' || presence === undefined) return false;
    const end = facts.ends.get(id);
    if (end?.kind !== 'exit' && end?.kind !== 'force') return false;
    // Where somebody else is at it nothing was tried by us.
    if (end.receipt?.refusals.some(({ code }) => code === 'busy')) return false;
    return end.receipt?.verdict === 'still-running' || end.receipt?.verdict === 'partly';
  });
}

/** Whether a request came to its end just now, without its goal. */
const isFresh = (key: Asking, facts: DeckState): boolean =>
  stayedOf(key, facts).some((id) =>
    isRecent(facts.ends.get(id)?.at ?? NaN, facts.now, LOOK_AGAIN_MS),
  );
