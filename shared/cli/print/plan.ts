import type { Language } from '../../core/language.ts';
import { refusedInWords } from '../../words/refused-in-words.ts';
import { words } from '../../words/words.ts';
import type { Step } from '../../core/model.ts';
import type { Plan } from '../../core/plan.ts';
import { endsAtOnce } from './json-plan.ts';
import type { Screen } from './screen.ts';
import { optionsOf } from './options-of.ts';
import { seconds } from './seconds.ts';

/** What would be done, for `--dry-run`. `isSeen`: whether all of the client could be seen. */
export function planLines(
  plan: Plan,
  name: string,
  screen: Screen,
  lang: Language,
  doubts: readonly string[] = [],
  isSeen = true,
): readonly string[] {
  const say = words(lang);
  const unsure = doubts.length > 0 ? doubts : [say.next.unknown];
  const notes = isSeen ? [] : unsure.map((line) => `  ${line}`);
  const head = `${screen.paint.bold(name)} ${say.request[plan.request.kind]}${say.receipt.colon}`;
  if (plan.refusals.length > 0)
    return [
      `${head}${say.receipt.refused}`,
      ...plan.refusals.flatMap((refusal) => {
        const { what, next } = refusedInWords(plan.request.kind, refusal.code, say, {
          client: plan.request.client,
          options: optionsOf(plan.request),
        });
        // What is in doubt is settled by the person, as the deed says too.
        const isInDoubt = refusal.code === 'blind' && doubts.length > 0;
        return [`  ${what}`, ...(isInDoubt ? doubts : [next]).map((line) => `  ${line}`)];
      }),
    ];
  if (plan.steps.length === 0 && !isSeen) return [`${head}${say.verdict.unknown}`, ...notes];
  if (plan.steps.length === 0)
    return [
      `${head}${say.receipt[plan.request.kind === 'purge' ? 'nothingToRemove' : 'nothingToDo']}`,
    ];
  const isForbidden = ({ kind }: Step): boolean => kind === 'end' && forbidsForce(plan);
  const steps = plan.steps.filter((step) => !(isForbidden(step) && 'roots' in step));
  return [
    `${head}${say.receipt.wouldDo}`,
    ...steps.map((step) => `  ${inWords(step, plan, lang)}`),
    ...(forbidsForce(plan) ? [`  ${say.refusal['force-not-allowed'].what}`] : []),
    ...demandLines(plan, lang),
    ...notes,
  ];
}

/** What the policy wants proved first. */
function demandLines({ demands = [] }: Plan, lang: Language): readonly string[] {
  const say = words(lang).proofs;
  const all = demands.flatMap((one) => (one.kind === 'proof' ? [say.kind[one.proof]] : []));
  return all.length === 0 ? [] : [`  ${say.demanded(all.join(' · '))}`];
}

/** A plan that ends roots demands a yes, except where the policy lets nobody end them. */
const forbidsForce = ({ steps, demands = [] }: Plan): boolean =>
  steps.some((step) => step.kind === 'end' && step.role === 'root') &&
  !demands.some(({ kind }) => kind === 'confirm-force');

function inWords(step: Step, plan: Plan, lang: Language): string {
  const say = words(lang);
  const isAtOnce = step.kind === 'end' && step.role === 'root' && endsAtOnce(plan);
  const process = (one: { readonly name: string; readonly pid: number }): string =>
    `${one.name} (${one.pid})`;
  switch (step.kind) {
    case 'ask':
      return [
        say.would.ask(process(step.root)),
        step.ways.map((way) => say.quitMethod[way.by]).join(' → '),
      ].join(say.receipt.colon);
    case 'wait':
      return say.would.wait(say.receipt.elapsed(seconds(step.ms)));
    case 'end':
      return [
        say.would.end(say.role[step.role]),
        ...(isAtOnce ? [] : [say.receipt.ifStillThere]),
      ].join(say.receipt.comma);
    case 'close':
      return say.would.close(step.window.title);
    case 'settle':
      return say.would.settle(say.receipt.elapsed(seconds(step.ms)));
    case 'remove':
      return say.would.remove(step.wanted.tiers.map((tier) => say.tier[tier]).join(', '));
    case 'set-aside':
      return say.would['set-aside'](say.reset[step.everything ? 'everything' : 'settings']);
  }
}
