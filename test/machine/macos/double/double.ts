import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { known, unknown } from '../../../../shared/core/known.ts';
import type { Programs } from '../../../../shared/machine/macos/programs.ts';
import type { Run, Said } from '../../../../shared/machine/run.ts';
import { ls } from './ls.mjs';
import { lsof } from './lsof.mjs';
import { osascript } from './osascript.mjs';
import { ps } from './ps.mjs';

/** A program that the double shows as one of a Mac. */
export interface ShownProgram {
  /** The script by which its process is known here. */
  readonly script: string;
  readonly executable: string;
  /** Of an application only. */
  readonly bundleId?: string;
  readonly name?: string;
}

/** All that the doubles of macOS' programs are told. */
export interface Scenario {
  readonly home: string;
  readonly programs: readonly ShownProgram[];
  /** What an Apple event to quit comes to: an error of AppleScript, or no answer at all. */
  readonly quit?: number | 'hangs' | undefined;
  readonly terminate?: 'refused' | undefined;
  readonly trash?: 'denied' | undefined;
  readonly lsof?: 'denied' | undefined;
  /** What macOS does where somebody looks into a container. */
  readonly access?: 'denied' | 'asks' | undefined;
}

/** What surrounds a program: its standard input, its environment, and its own pid where it has one. */
export interface Around {
  readonly input: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pid?: number;
}

export type Stand = (
  scenario: Scenario,
  argv: readonly string[],
  around: Around,
) => Partial<Said> | Promise<Partial<Said>>;

export interface Double {
  readonly programs: Programs;
  /** The same programs called in this process: each start costs a tenth of a second on a small machine. */
  readonly run: Run;
  /** Changes what the programs are told, from now on. */
  tell(change: Partial<Scenario>): void;
  /** Every start so far, as program and arguments. */
  starts(): readonly (readonly string[])[];
}

const STANDS: Readonly<Record<keyof Programs, Stand>> = { ps, osascript, lsof, ls };

/** Programs that stand in for those of macOS, as files that can be started; real processes are underneath. */
export function doubleIn(folder: string, scenario: Scenario): Double {
  const at = (name: string): string => path.join(folder, name);
  const [told, log] = [at('scenario.json'), at('starts.log')];
  mkdirSync(at('bin'), { recursive: true });
  const programs = {
    ps: at('ps.mjs'),
    osascript: at('bin/osascript'),
    lsof: at('lsof.mjs'),
    ls: at('ls.mjs'),
  };
  // A library starts it by its bare name.
  symlinkSync('../osascript.mjs', programs.osascript);
  for (const name of Object.keys(programs)) {
    const file = at(`${name}.mjs`);
    const [starter, stand] = ['start', name].map(
      (one) => new URL(`${one}.mjs`, import.meta.url).href,
    );
    const text = `#!${process.execPath}
      import { start } from '${starter}';
      import { ${name} } from '${stand}';
      await start('${name}', ${name}, ${JSON.stringify(told)}, ${JSON.stringify(log)});\n`;
    writeFileSync(file, text);
    chmodSync(file, 0o755);
  }
  let now = scenario;
  const tell = (change: Partial<Scenario>): void => {
    now = { ...now, ...change };
    writeFileSync(told, JSON.stringify(now));
  };
  tell({});
  const run: Run = async ({ program, args, input = '', env = {} }) => {
    const name = (Object.keys(STANDS) as (keyof Programs)[]).find(
      (one) => programs[one] === program,
    );
    if (name === undefined) return unknown('unsupported', `${program}: ENOENT`);
    appendFileSync(log, `${JSON.stringify([name, ...args])}\n`);
    const { stdout = '', stderr = '', code = 0 } = await STANDS[name](now, args, { input, env });
    return known({ stdout, stderr, code });
  };
  const starts = (): readonly (readonly string[])[] =>
    (existsSync(log) ? readFileSync(log, 'utf8') : '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as string[]);
  return { programs, run, tell, starts };
}
