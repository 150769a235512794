import { explainRefusal, explainWhy, text, words } from '../../core/explain.ts';
import type { Check } from '../../core/model.ts';
import { stateFaultInWords } from '../../core/state-fault-in-words.ts';
import { adviceOn, doctorWords, filled } from '../../core/words/doctor.ts';
import type { policyFiles } from '../../store/policy-files.ts';
import type { FileFault } from '../../store/json-file.ts';
import type { Context } from '../context.ts';
import type { Colour } from '../print/screen.ts';
import { table } from '../print/table.ts';
import type { QuitMethodsOfAll } from './doctor-quit-methods.ts';
import { doubtLines, placeRows, type SettledRow } from './doctor-places.ts';

const COLOURS: Readonly<Record<Check['state'], Colour>> = {
  good: 'green',
  limited: 'yellow',
  missing: 'red',
};

export interface Found extends QuitMethodsOfAll {
  readonly checks: readonly Check[];
  readonly faults: readonly FileFault[];
  readonly warnings: readonly FileFault[];
  readonly settled: readonly SettledRow[];
  readonly policy: Awaited<ReturnType<typeof policyFiles>>;
}

type Row = readonly string[];

/** All that the doctor found, for people. */
export function doctorLines(context: Context, found: Found): readonly string[] {
  const { lang, machine } = context;
  const { checks, faults, warnings } = found;
  const note = doctorWords(lang).note[machine.platform];
  const isGood =
    faults.length + warnings.length === 0 && checks.every((check) => check.state === 'good');
  return [
    ...table([
      ...checks.map((check) => checkRow(context, check)),
      ...fileRows(context, found),
      ...policyRows(context, found),
      ...placeRows(context, found.settled),
    ]),
    ...doubtLines(context, found.doubts),
    ...ladderLines(context, found),
    ...(note === undefined ? [] : [context.screen.paint.gray(note)]),
    ...(isGood ? [text(lang, 'allGood')] : []),
  ];
}

function checkRow({ screen, lang, machine }: Context, check: Check): Row {
  const { id, state, fault } = check;
  const detail = fault && lang !== 'en' ? stateFaultInWords(fault, lang) : check.detail;
  const said = words(lang).check[id];
  const means = state === 'limited' ? said.limited : state === 'missing' ? said.missing : '';
  const advice = adviceOn(machine.platform, check, lang);
  const next = [means, advice].filter((one) => one !== '').join(lang === 'zh' ? '' : ' ');
  const { paint } = screen;
  return [paint[COLOURS[state]](text(lang, state)), said.what, detail, paint.gray(next)];
}

function fileRows({ screen, lang }: Context, { faults, warnings, policy }: Found): readonly Row[] {
  const { paint } = screen;
  const fault = ({ file, field, expected }: FileFault) =>
    text(lang, 'fileFault', file, field, expected);
  return [
    ...faults.map((one) => {
      const [what, next] = policy.files.includes(one.file)
        ? (['policyFiles', 'policyFaultNext'] as const)
        : one.file.endsWith('/places.json')
          ? (['settledPlaces', 'placesFaultNext'] as const)
          : (['clientFiles', 'fileFaultNext'] as const);
      return [
        paint.red(text(lang, 'missing')),
        text(lang, what),
        fault(one),
        paint.gray(text(lang, next)),
      ];
    }),
    ...warnings.map((one) => [
      paint.yellow(text(lang, 'warning')),
      text(lang, 'clientFiles'),
      fault(one),
      '',
    ]),
  ];
}

function policyRows({ screen, lang }: Context, { policy }: Found): readonly Row[] {
  if (policy.files.length === 0 || policy.faults.length > 0) return [];
  const hold = policy.policy.hold ? explainRefusal({ code: 'hold', subject: '' }, lang).what : '';
  const good = screen.paint.green(text(lang, 'good'));
  return [[good, text(lang, 'policyFiles'), policy.files.join(', '), hold]];
}

/** Those that run first: what a person asks for is in front of them. */
function ladderLines({ lang }: Context, { ladders, unsure }: Found): readonly string[] {
  const say = doctorWords(lang);
  const inOrder = [...ladders].sort((a, b) => Number(b.runs) - Number(a.runs));
  return [
    ...inOrder.map(({ name, runs, ways }) => {
      const steps = ways.map((way) => words(lang).way[way]).join(' → ');
      if (ways.length === 0) return filled(say.noWay, name);
      return runs ? text(lang, 'wouldAsk', name, steps) : filled(say.wouldAskIdle, name, steps);
    }),
    ...unsure.map(({ name, why }) => filled(say.cannotTell, name, explainWhy(why, lang))),
  ];
}
