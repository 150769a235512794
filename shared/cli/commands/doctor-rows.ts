import { explainWhy } from '../../words/explain-why.ts';
import { words } from '../../words/words.ts';
import { adviceOn, noteOn } from '../../words/advice-on.ts';
import { stateFaultInWords } from '../../words/state-fault-in-words.ts';
import type { Check } from '../../core/model.ts';
import type { policyFiles } from '../../store/policy-files.ts';
import type { AbsentProgram } from '../../store/absent-programs.ts';
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
  /** Clients of the user whose program is nowhere: a hint, and no fault. */
  readonly absent: readonly AbsentProgram[];
  readonly settled: readonly SettledRow[];
  readonly policy: Awaited<ReturnType<typeof policyFiles>>;
}

type Row = readonly string[];

/** All that the doctor found, for people. */
export function doctorLines(context: Context, found: Found): readonly string[] {
  const { lang, machine } = context;
  const say = words(lang);
  const { checks, faults, warnings } = found;
  const note = noteOn(machine.platform, say);
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
    ...quitMethodLines(context, found),
    ...(note === undefined ? [] : [context.screen.paint.gray(note)]),
    ...(isGood ? [say.doctor.allGood] : []),
  ];
}

function checkRow({ screen, lang, machine }: Context, check: Check): Row {
  const say = words(lang);
  const { id, state, fault } = check;
  const detail = fault && lang !== 'en' ? stateFaultInWords(fault, say) : check.detail;
  const said = say.check[id];
  const means = state === 'limited' ? said.limited : state === 'missing' ? said.missing : '';
  const advice = adviceOn(machine.platform, check, say);
  const next = [means, advice].filter((one) => one !== '').join(lang === 'zh' ? '' : ' ');
  const { paint } = screen;
  return [paint[COLOURS[state]](say.doctor[state]), said.what, detail, paint.gray(next)];
}

function fileRows(
  { screen, lang }: Context,
  { faults, warnings, absent, policy }: Found,
): readonly Row[] {
  const say = words(lang);
  const { paint } = screen;
  const { doctor, places, usage } = say;
  const fault = ({ file, field, expected }: FileFault) =>
    say.usage.fileFault(file, field, expected);
  return [
    ...faults.map((one) => {
      const [what, next] = policy.files.includes(one.file)
        ? [doctor.policyFiles, usage.policyFaultNext]
        : one.file.endsWith('/places.json')
          ? [places.settled, places.faultNext]
          : [doctor.clientFiles, usage.fileFaultNext];
      return [paint.red(say.doctor.missing), what, fault(one), paint.gray(next)];
    }),
    ...warnings.map((one) => [
      paint.yellow(say.doctor.warning),
      say.doctor.clientFiles,
      fault(one),
      '',
    ]),
    ...absent.map(({ program, file }) => [
      paint.gray(say.doctor.warning),
      say.doctor.clientFiles,
      say.typed.noProgram(program, file),
      '',
    ]),
  ];
}

function policyRows({ screen, lang }: Context, { policy }: Found): readonly Row[] {
  const say = words(lang);
  if (policy.files.length === 0 || policy.faults.length > 0) return [];
  const hold = policy.policy.hold ? say.refusal.hold.what : '';
  const good = screen.paint.green(say.doctor.good);
  return [[good, say.doctor.policyFiles, policy.files.join(', '), hold]];
}

/** Those that run first: what a person asks for is in front of them. */
function quitMethodLines({ lang }: Context, { quitMethods, unsure }: Found): readonly string[] {
  const say = words(lang).doctor;
  const inOrder = [...quitMethods].sort((a, b) => Number(b.runs) - Number(a.runs));
  return [
    ...inOrder.map(({ name, runs, ways }) => {
      const steps = ways.map((way) => words(lang).quitMethod[way]).join(' → ');
      if (ways.length === 0) return say.noQuitMethod(name);
      return runs ? words(lang).doctor.wouldAsk(name, steps) : say.wouldAskIdle(name, steps);
    }),
    ...unsure.map(({ name, why }) => say.cannotTell(name, explainWhy(why, words(lang)))),
  ];
}
