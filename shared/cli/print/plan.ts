import { explainRefusal, text, words, type Language } from '../../core/explain.ts';
import type { Plan, Step } from '../../core/model.ts';
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
  const head = `${screen.paint.bold(name)} ${words(lang).request[plan.request.kind]}: `;
  if (plan.refusals.length > 0)
    return [
      `${head}${text(lang, 'refused')}`,
      ...plan.refusals.flatMap((refusal) => {
        const { what, next } = explainRefusal(refusal, lang);
        // What is in doubt is settled by the person, as the deed says too.
        const isInDoubt = refusal.code === 'blind' && doubts.length > 0;
        return [`  ${what}`, ...(isInDoubt ? doubts : [next]).map((line) => `  ${line}`)];
      }),
    ];
  if (plan.steps.length === 0) return [`${head}${text(lang, 'wouldDoNothing')}`];
  return [
    `${head}${text(lang, 'wouldDo')}`,
    ...plan.steps.map((step) => `  ${inWords(step, lang)}`),
  ];
}

function inWords(step: Step, lang: Language): string {
  const say = words(lang);
  const what = say.step[step.kind];
  const process = (one: { readonly name: string; readonly pid: number }): string =>
    `${one.name} (${one.pid})`;
  switch (step.kind) {
    case 'ask':
      return `${what} ${process(step.root)}: ${step.ways.map((way) => say.way[way.by]).join(' → ')}`;
    case 'wait':
      return `${what} ≤ ${text(lang, 'elapsed', seconds(step.ms))}: ${step.roots.map(process).join(', ')}`;
    case 'end':
      return `${what} ${say.role[step.role]}${step.role === 'helper' || step.only === 'if-still-there' ? ` (${text(lang, 'ifStillThere')})` : ''}`;
    case 'close':
      return `${what} ${step.window.title}`;
    case 'settle':
      return `${what} ${text(lang, 'elapsed', seconds(step.ms))}`;
    case 'remove':
      return `${what} ${step.wanted.tiers.map((tier) => say.tier[tier]).join(', ')}`;
  }
}
