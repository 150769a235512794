import { explainWhy } from '../../words/explain-why.ts';
import { fileFaultInWords } from '../../words/file-fault-in-words.ts';
import { words } from '../../words/words.ts';
import { quoted } from '../../words/doubts-in-words.ts';
import { checkDetailInWords } from '../../words/check-detail-in-words.ts';
import { adviceOn, noteOn } from '../../words/advice-on.ts';
import { stateFaultInWords } from '../../words/state-fault-in-words.ts';
import type { Check } from '../../core/model.ts';
import type { AuditFound } from './audit/found.ts';
import { auditFindings } from './doctor-audit.ts';
import type { policyFiles } from '../../store/policy-files.ts';
import type { AbsentProgram } from '../../store/absent-programs.ts';
import type { FileFault } from '../../store/json-file.ts';
import type { Context } from '../context.ts';
import type { Colour } from '../print/screen.ts';
import { untrustedInWords } from '../print/policy-notes.ts';
import { inHome } from '../print/in-home.ts';
import { finding, findingLines, type Finding } from '../print/findings.ts';
import type { QuitMethodsOfAll } from './doctor-quit-methods.ts';
import { doubtLines, placeFindings, type SettledRow } from './doctor-places.ts';

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
  /** The audit log, where a policy wants one or there is one. */
  readonly audit?: AuditFound;
  readonly policy: Awaited<ReturnType<typeof policyFiles>>;
}

/** All that the doctor found, for people: a line a finding, and a line for each next step. */
export function doctorLines(context: Context, found: Found): readonly string[] {
  const { lang, machine, screen } = context;
  const say = words(lang);
  const { checks, faults, warnings } = found;
  const note = noteOn(machine.platform, say);
  const isGood =
    faults.length + warnings.length === 0 && checks.every((check) => check.state === 'good');
  const findings = [
    ...checks.map((check) => checkFinding(context, check)),
    ...fileFindings(context, found),
    ...policyFindings(context, found),
    ...placeFindings(context, found.settled),
    ...auditFindings(context, found.audit),
  ];
  return [
    ...findingLines(findings, screen),
    ...doubtLines(context, found.doubts),
    ...quitMethodLines(context, found),
    ...(note === undefined ? [] : [screen.paint.gray(note)]),
    ...(isGood ? [say.doctor.allGood] : []),
  ];
}

function checkFinding({ screen, lang, machine }: Context, check: Check): Finding {
  const say = words(lang);
  const { id, state, fault } = check;
  const detail = fault ? stateFaultInWords(fault, say) : checkDetailInWords(check, say);
  const said = say.check[id];
  const means = state === 'limited' ? said.limited : state === 'missing' ? said.missing : '';
  const advice =
    fault?.code === 'others-write'
      ? say.state.othersWriteNext(quoted(inHome(fault.path, machine.places.home)))
      : adviceOn(machine.platform, check, say);
  const { paint } = screen;
  return {
    row: [paint[COLOURS[state]](say.doctor[state]), said.what, inHome(detail, machine.places.home)],
    below: [means, advice && `→ ${advice}`],
  };
}

function fileFindings(
  { screen, lang }: Context,
  { faults, warnings, absent, policy }: Found,
): readonly Finding[] {
  const say = words(lang);
  const { paint } = screen;
  const { doctor, places, usage } = say;
  return [
    ...faults.map((one) => {
      const [what, next] = policy.files.includes(one.file)
        ? [doctor.policyFiles, usage.policyFaultNext]
        : one.file.endsWith('/places.json')
          ? [places.settled, places.faultNext]
          : [doctor.clientFiles, usage.fileFaultNext];
      return finding([paint.red(doctor.broken), what], fileFaultInWords(one, say), `→ ${next}`);
    }),
    ...warnings.map((one) =>
      finding([paint.yellow(doctor.warning), doctor.clientFiles], fileFaultInWords(one, say)),
    ),
    ...absent.map(({ program, file }) =>
      finding([paint.gray(doctor.warning), doctor.clientFiles], say.typed.noProgram(program, file)),
    ),
  ];
}

function policyFindings({ screen, lang }: Context, { policy }: Found): readonly Finding[] {
  const say = words(lang);
  const notTrusted = (policy.untrusted ?? []).map((one) =>
    finding(
      [screen.paint.yellow(say.doctor.warning), say.doctor.policyFiles],
      untrustedInWords(one, say),
      `→ ${say.policy.untrustedNext(one.file)}`,
    ),
  );
  if (policy.files.length === 0 || policy.faults.length > 0) return notTrusted;
  const hold = policy.policy.hold ? say.refusal.hold.what : '';
  const good = screen.paint.green(say.doctor.good);
  return [...notTrusted, finding([good, say.doctor.policyFiles, policy.files.join(', ')], hold)];
}

/** Those that run first: what a person asks for is in front of them. */
function quitMethodLines({ lang }: Context, { quitMethods, unsure }: Found): readonly string[] {
  const say = words(lang).doctor;
  const inOrder = [...quitMethods].sort((a, b) => Number(b.runs) - Number(a.runs));
  return [
    ...(inOrder.length > 0 ? [say.howToQuit] : []),
    ...inOrder.map(({ name, runs, ways }) => {
      const steps = ways.map((way) => words(lang).quitMethod[way]).join(' → ');
      if (ways.length === 0) return `  ${say.noQuitMethod(name)}`;
      return `  ${runs ? say.wouldAsk(name, steps) : say.wouldAskIdle(name, steps)}`;
    }),
    ...unsure.map(({ name, why }) =>
      // Its edition names no place of this system.
      why.code === 'unsupported'
        ? say.anywhere(name)
        : say.cannotTell(name, explainWhy(why, words(lang))),
    ),
  ];
}
