import { REQUESTS } from '../../shared/core/requests/index.ts';
import type { Progress, RequestKind } from '../../shared/core/model.ts';
import { isRecent, type DeckState } from './deck-state.ts';
import type { Result, InFlight } from '../../shared/engine/watch/in-flight.ts';
import { HINT_MS, type KeyNow } from './key.ts';
import {
  countLeft,
  isDenied,
  targets,
  nameOfAll,
  shortNameOf,
  together,
  type Targets,
} from './targets.ts';
import { isUnrecorded } from './results.ts';
import type { View } from './view.ts';
import { word, type Word } from './words.ts';

/** A face of one sign with its own word. */
export const plain = (key: KeyNow, sign: View['sign'], name: string, say: Word): View => ({
  sign,
  word: word(key.language, say),
  name,
});

/** A key whose client nobody knows. */
export function lost(key: KeyNow, { isLost, name }: Targets): View | undefined {
  return isLost ? plain(key, 'unknown', name, 'unknown') : undefined;
}

/** What the clients of a key are doing: the face that every action begins with. */
export function presenceView(
  key: KeyNow,
  state: DeckState,
  who: Targets = targets(key, state),
): View {
  const presence = together(who.ids, state);
  if (!presence) return plain(key, 'looking', who.name, 'looking');
  if (presence === 'unknown' && isDenied(who.ids, state))
    return plain(key, 'grant-access', who.name, 'grant-access');
  const view = plain(key, presence, who.name, presence);
  return presence === 'residue' ? { ...view, figure: String(countLeft(who.ids, state)) } : view;
}

/** What a key says while a request is under way: by what the request is about, and its own word for a force. */
const DOING = { programs: 'exiting', files: 'purging', windows: 'hiding' } as const;

const doing = (kind: InFlight['kind']): Word =>
  kind === 'force' ? 'forcing' : DOING[REQUESTS[kind].about];

/** A request under way: its seconds while it waits, its per cent while it removes. */
export function workView(key: KeyNow, state: DeckState, { ids, name }: Targets): View | undefined {
  const inFlight = ids.flatMap((id) => state.inFlight.get(id) ?? []);
  const [work] = [...inFlight].sort((a, b) => a.began - b.began);
  if (!work) return undefined;
  const id = ids.find((one) => state.inFlight.get(one) === work) ?? '';
  const { part, figure, unit } = measured(work, state.now, patience(state, work));
  return {
    sign: 'working',
    word: word(key.language, doing(work.kind)),
    name: inFlight.length > 1 ? name : shortNameOf(id, state, key.language),
    figure,
    unit,
    ring: { part, for: 'work' },
    ...(work.step.of > 1 ? { page: work.step } : {}),
  };
}

/** How long a request may take at most, in ms; what a ring is filled against. */
const patience = ({ policy }: DeckState, { kind }: InFlight): number =>
  kind === 'exit' ? (policy?.timeoutMs ?? 0) : (policy?.graceMs ?? 0) + (policy?.settleMs ?? 0);

interface Measured {
  readonly part: number;
  readonly figure: string;
  readonly unit: string;
}

function measured({ progress, began }: InFlight, now: number, ms: number): Measured {
  const share = ofRemoving(progress);
  if (share !== undefined)
    return { part: share, figure: String(Math.floor(share * 100)), unit: '%' };
  const [since, until] =
    progress && 'since' in progress ? [progress.since, progress.for] : [began, Math.max(ms, 1_000)];
  const seconds = Math.floor((now - began) / 1_000);
  return { part: clamp((now - since) / Math.max(until, 1)), figure: String(seconds), unit: 's' };
}

const ofRemoving = (progress: Progress | undefined): number | undefined =>
  progress?.doing === 'removing' && progress.of > 0
    ? clamp(progress.files / progress.of)
    : undefined;

const clamp = (part: number): number => Math.min(1, Math.max(0, part));

/** How long what another surface does is shown before we look again, in ms. */
export const ELSEWHERE_MS = 5_000;

/** What became of the last request of these kinds where it did not reach its end, or is not recorded. */
export function endView(
  key: KeyNow,
  state: DeckState,
  { ids, name }: Targets,
  kinds: readonly RequestKind[],
): View | undefined {
  const results = ids
    .flatMap((id) => state.results.get(id) ?? [])
    .filter((one) => kinds.includes(one.kind));
  for (const [code, sign, say] of REFUSED) {
    const is = ({ receipt, at }: Result): boolean =>
      (receipt?.refusals.some((one) => one.code === code) ?? false) &&
      (code !== 'busy' || isRecent(at, state.now, ELSEWHERE_MS));
    if (results.some(is)) return plain(key, sign, name, say);
  }
  if (results.some((one) => one.fault !== undefined)) return plain(key, 'failed', name, 'failed');
  const isLoud = results.some((one) => isUnrecorded(one, state.now));
  return isLoud ? plain(key, 'failed', name, 'not-recorded') : undefined;
}

/** Refusals that a face of their own is for, the most telling first. */
const REFUSED: readonly (readonly [code: string, sign: View['sign'], say: Word])[] = [
  ['busy', 'busy', 'busy'],
  ['hold', 'on-hold', 'on-hold'],
  ['force-not-allowed', 'not-allowed', 'not-allowed'],
  ['needs-proof', 'not-allowed', 'needs-proof'],
  ['audit-unwritable', 'not-allowed', 'not-allowed'],
  ['denied', 'grant-access', 'grant-access'],
  ['blind', 'unknown', 'unknown'],
];

/** The ring of a key that is held, and whom it is for: it says what a release would not yet do. */
export function withHold(key: KeyNow, state: DeckState, view: View): View {
  if (!key.hold) return view;
  const { since, ms, target } = key.hold;
  return {
    sign: view.sign,
    name: nameOfAll(target.ids, state, key),
    word: word(key.language, 'keep-holding'),
    ...(view.figure === undefined ? {} : { figure: view.figure }),
    ...(view.unit === undefined ? {} : { unit: view.unit }),
    ring: { part: clamp((state.now - since) / ms), for: 'hold' },
  };
}

/** A key that has to be held for its deed, where `is` says so: the ring stands ready. */
export const canHold = (is: boolean, view: View): View => (is ? { ...view, canHold: true } : view);

/** A word of advice with its sign in the place of the usual ones, while it stands. */
export const withHint = (key: KeyNow, { now }: DeckState, view: View): View =>
  key.hint && isRecent(key.hint.at, now, HINT_MS)
    ? { ...view, sign: key.hint.is, word: word(key.language, key.hint.is) }
    : view;
