import type { Window } from '../model.ts';
import { PLATFORMS } from '../platforms.ts';
import type { PlanInput } from '../plan-input.ts';
import type { RequestRules } from './rules.ts';

/** The windows of the client go; it runs on, and that is no exit. */
export const hide: RequestRules = {
  about: 'windows',
  needs: ({ processes, windows }) => [processes, windows],
  denies: [],
  steps: (input) => toHide(input).map((window) => ({ kind: 'close', window, ...sessionOf(input) })),
  judge: (left) => left,
  isDone: ({ verdict, left }) =>
    verdict !== 'unknown' &&
    !left.unseen.some((fact) => fact.what === 'windows') &&
    !left.windows.some((window) => window.visible),
};

const sessionOf = ({ seen: { session } }: PlanInput) => (session === undefined ? {} : { session });

function toHide({ seen, platform }: PlanInput): readonly Window[] {
  const shown = (seen.windows.known ? seen.windows.value : []).filter(({ visible }) => visible);
  if (!PLATFORMS[platform].hidesAllWindowsAtOnce) return shown;
  return [...new Map(shown.map((window) => [window.pid, window])).values()];
}
