import type { Observation, Outcome, Refusal, Request, Verdict } from './model.ts';
import { likelyAmong } from './rules/what-is-not-recognised-is-not-gone.ts';

/**
 * What may be said after looking again. A root that was seen outweighs every probe that failed;
 * without one, a single failed probe forbids `gone`.
 */
export function judge(
  request: Request,
  after: Observation,
  outcomes: readonly Outcome[],
  refusals: readonly Refusal[],
): Verdict {
  const left = judgeLeft(after);
  if (request.kind !== 'purge' || left !== 'gone') return left;
  if (refusals.some((refusal) => refusal.code === 'blind')) return 'unknown';
  const finished = outcomes.every(
    (one) => one.kind !== 'remove' || one.outcome === 'done' || one.outcome === 'already',
  );
  return refusals.length > 0 || !finished ? 'partly' : 'gone';
}

function judgeLeft(after: Observation): Verdict {
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
