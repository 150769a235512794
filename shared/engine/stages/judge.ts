import { judge as judgeBy } from '../../core/judge.ts';
import type { Judged, ObservedAgain } from '../run-state.ts';

/** The verdict, from the second observation alone and from what a purge did not remove. */
export function judge(run: ObservedAgain): Judged {
  const { request, after, acted, plan } = run;
  const refusals = [...plan.refusals, ...acted.refusals];
  return { ...run, verdict: judgeBy(request, after, acted.outcomes, refusals) };
}
