import { explainRefusal, text, words } from '../../core/explain.ts';
import type { Check } from '../../core/model.ts';
import { preview, status } from '../../exit.ts';
import { DEFAULT_POLICY } from '../../core/policy.ts';
import { policyFiles } from '../../machine/policy-files.ts';
import { clientWarnings } from '../../machine/keep/client-warnings.ts';
import type { FileFault } from '../../machine/keep/json-file.ts';
import type { Context, ExitCode } from '../context.ts';
import { pick } from '../pick.ts';
import type { Colour } from '../print/screen.ts';
import { table } from '../print/table.ts';
import { roomOf } from '../room.ts';

const COLOURS: Readonly<Record<Check['state'], Colour>> = {
  good: 'green',
  limited: 'yellow',
  missing: 'red',
};

/** What this computer lets us see, what is missing, what to do, and how each client would be asked. */
export async function doctor(context: Context): Promise<ExitCode> {
  const { screen, lang, json, machine } = context;
  const found = await policyFiles(machine.places);
  const faults = [...context.faults, ...found.faults];
  const checks = await machine.examine();
  const ladders = await laddersOf(context);
  const { platform, places } = machine;
  const warnings = clientWarnings(context.clients, platform, places);
  if (json) {
    screen.say(
      JSON.stringify({
        schema: 'clean-exit/doctor/1',
        ...{ checks, ladders, faults, warnings },
        policy: { ...found.policy, files: found.files },
      }),
    );
    return codeOf(faults, checks);
  }
  const rows = checks.map(({ id, state, detail }) => {
    const { what, limited, missing } = words(lang).check[id];
    const next = state === 'limited' ? limited : state === 'missing' ? missing : '';
    return [screen.paint[COLOURS[state]](text(lang, state)), what, detail, screen.paint.gray(next)];
  });
  for (const { file, field, expected } of faults)
    rows.push([
      screen.paint.red(text(lang, 'missing')),
      text(lang, found.files.includes(file) ? 'policyFiles' : 'clientFiles'),
      text(lang, 'fileFault', file, field, expected),
      screen.paint.gray(
        text(lang, found.files.includes(file) ? 'policyFaultNext' : 'fileFaultNext'),
      ),
    ]);
  for (const { file, field, expected } of warnings)
    rows.push([
      screen.paint.yellow(text(lang, 'warning')),
      text(lang, 'clientFiles'),
      text(lang, 'fileFault', file, field, expected),
      '',
    ]);
  if (found.files.length > 0 && found.faults.length === 0)
    rows.push([
      screen.paint.green(text(lang, 'good')),
      text(lang, 'policyFiles'),
      found.files.join(', '),
      found.policy.hold ? explainRefusal({ code: 'hold', subject: '' }, lang).what : '',
    ]);
  for (const line of table(rows)) screen.say(line);
  for (const { name, ways } of ladders)
    screen.say(text(lang, 'wouldAsk', name, ways.map((way) => words(lang).way[way]).join(' → ')));
  if (faults.length + warnings.length === 0 && checks.every((check) => check.state === 'good'))
    screen.say(text(lang, 'allGood'));
  return codeOf(faults, checks);
}

const codeOf = (faults: readonly FileFault[], checks: readonly Check[]): ExitCode =>
  faults.length > 0 || checks.some((check) => check.state === 'missing') ? 1 : 0;

/** For every client that runs: the steps of the ladder that a safe exit would use, best first. */
async function laddersOf(context: Context) {
  const room = roomOf(context);
  const lines = await status(
    room,
    pick(context, ['all']).map((client) => client.id),
    0,
  );
  const running = lines.filter((line) => line.processes.some((process) => process.role === 'root'));
  return Promise.all(
    running.map(async ({ client, name }) => {
      const { plan } = await preview(room, { kind: 'exit', client }, DEFAULT_POLICY);
      const asks = plan.steps.flatMap((step) => (step.kind === 'ask' ? step.ways : []));
      return { client, name, ways: [...new Set(asks.map((way) => way.by))] };
    }),
  );
}
