import { known } from '../../../../../shared/core/known.ts';
import type { Run } from '../../../../../shared/machine/run.ts';
import { minified } from '../../../../../shared/machine/windows/powershell/minify.ts';
import script from '../../../../../shared/machine/windows/powershell/script.ps1.ts';
import { answer, type Scenery } from './system.ts';

export const PROGRAM = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const FLAGS = '-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand';

/** What somebody who is started as PowerShell says; nothing at all where he is not started as agreed. */
export async function speak(
  scenery: Scenery,
  args: readonly string[],
  input: string,
): Promise<string> {
  const [encoded = '', ...more] = args.slice(FLAGS.split(' ').length);
  const sent = Buffer.from(encoded, 'base64').toString('utf16le');
  if (!args.join(' ').startsWith(`${FLAGS} `) || more.length > 0) return '';
  if (sent !== minified(script) || !/^[ -~]+\n$/.test(input)) return '';
  try {
    const said = await answer(scenery, JSON.parse(input) as Parameters<typeof answer>[1]);
    return `${ascii(JSON.stringify({ ...said, ok: true }))}\r\n`;
  } catch (error) {
    return `${ascii(JSON.stringify({ ok: false, detail: String(error) }))}\r\n`;
  }
}

export interface Double {
  readonly run: Run;
  /** The verb of every start. */
  readonly starts: string[];
}

/** Windows PowerShell in the double, in this process. */
export function doubleOf(scenery: Scenery): Double {
  const starts: string[] = [];
  const run: Run = async ({ program, args, input = '' }) => {
    starts.push((JSON.parse(input) as { verb: string }).verb);
    const stdout = program === PROGRAM ? await speak(scenery, args, input) : '';
    return known({ stdout, stderr: '', code: 0 });
  };
  return { run, starts };
}

const ascii = (json: string): string =>
  json.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
