import { REQUESTS } from './requests/index.ts';
import type { Observation, Outcome, Refusal, Request, Verdict } from './model.ts';
import { likelyAmong } from './rules/what-is-not-recognised-is-not-gone.ts';

/**
 * What may be said after looking again. A root that was seen outweighs every probe that failed;
 * without one, a single failed probe forbids `gone`.
 */
export const judge = (
  { kind }: Request,
  after: Observation,
  outcomes: readonly Outcome[],
  refusals: readonly Refusal[],
): Verdict => REQUESTS[kind].judge(presentVerdict(after), outcomes, refusals);

/** What may be said of the client itself. */
export function presentVerdict(after: Observation): Verdict {
  if (!after.processes.known) return 'unknown';
  if (after.processes.value.some((process) => process.role === 'root')) return 'still-running';
  if (likelyAmong(after.doubts).length > 0) return 'unknown';
  const { trayIcons, windows } = after;
  if (
    after.processes.value.length > 0 ||
    (trayIcons.known && trayIcons.value.length > 0) ||
    (windows.known && windows.value.length > 0)
  )
    return 'partly';
  return trayIcons.known && windows.known && !after.othersUnseen ? 'gone' : 'unknown';
}
