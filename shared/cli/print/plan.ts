import type { Language } from '../../core/language.ts';
import { words } from '../../words/words.ts';
import type { Step } from '../../core/model.ts';
import type { Plan } from '../../core/plan.ts';
import { endsAtOnce } from './json-plan.ts';
import type { Screen } from './screen.ts';
import { seconds } from './seconds.ts';

/** What would be done, for `--dry-run`. */
export function planLines(
  plan: Plan,
  name: string,
  screen: Screen,
  lang: Language,
  doubts: readonly string[] = [],
): readonly string[] {
  const say = words(lang);
  const head = `${screen.paint.bold(name)} ${say.request[plan.request.kind]}: `;
  if (plan.refusals.length > 0)
    return [
      `${head}${say.receipt.refused}`,
      ...plan.refusals.flatMap((refusal) => {
        const { what, next } = say.refusal[refusal.code];
        // What is in doubt is settled by the person, as the deed says too.
        const isInDoubt = refusal.code === 'blind' && doubts.length > 0;
        return [`  ${what}`, ...(isInDoubt ? doubts : [next]).map((line) => `  ${line}`)];
      }),
    ];
  if (plan.steps.length === 0) return [`${head}${say.receipt.nothingToDo}`];
  return [
    `${head}${say.receipt.wouldDo}`,
    ...plan.steps.map((step) => `  ${inWords(step, plan, lang)}`),
  ];
}

function inWords(step: Step, plan: Plan, lang: Language): string {
  const say = words(lang);
  const what = say.step[step.kind];
  const isAtOnce = step.kind === 'end' && step.role === 'root' && endsAtOnce(plan);
  const process = (one: { readonly name: string; readonly pid: number }): string =>
    `${one.name} (${one.pid})`;
  switch (step.kind) {
    case 'ask':
      return `${what} ${process(step.root)}: ${step.ways.map((way) => say.quitMethod[way.by]).join(' → ')}`;
    case 'wait':
      return `${what} ≤ ${say.receipt.elapsed(seconds(step.ms))}: ${step.roots.map(process).join(', ')}`;
    case 'end':
      return `${what} ${say.role[step.role]}${isAtOnce ? '' : ` (${say.receipt.ifStillThere})`}`;
    case 'close':
      return `${what} ${step.window.title}`;
    case 'settle':
      return `${what} ${say.receipt.elapsed(seconds(step.ms))}`;
    case 'remove':
      return `${what} ${step.wanted.tiers.map((tier) => say.tier[tier]).join(', ')}`;
  }
}
