import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { known, unknown, type Known } from '../../core/known.ts';
import { codeOf } from '../files/errno.ts';
import { makeOwnFolder } from '../files/own-folder.ts';
import type { Evidence, Picture } from '../port/evidence.ts';
import { run as runProgram, type Run } from '../run.ts';
import type { Environment } from './places.ts';

/** ImageMagick draws the text in a second or two; a compositor that asks a person first gets no longer. */
const TIMEOUT_MS = 20_000;

export interface EvidenceOptions {
  readonly env: Environment;
  /** Our state folder. */
  readonly state: string;
  readonly run?: Run;
  /** The first of these programs that is installed. */
  readonly find?: (...names: readonly string[]) => string | undefined;
}

const installed = (...names: readonly string[]): string | undefined =>
  names.map((name) => `/usr/bin/${name}`).find((file) => existsSync(file));

/** By grim on Wayland (wlroots), by ImageMagick's `import` on X11; the text by ImageMagick on both. */
export const evidenceOf = ({
  env,
  state,
  run = runProgram,
  find = installed,
}: EvidenceOptions): Evidence => ({
  picture: async (text, name) => {
    const folder = path.join(state, 'evidence');
    const [file, raw] = [path.join(folder, name), path.join(folder, `.${name}`)];
    const draw = find('magick', 'convert');
    if (draw === undefined)
      return unknown('unsupported', 'no ImageMagick to draw the digest into a picture');
    try {
      makeOwnFolder(state);
      makeOwnFolder(folder);
      const taken = await take(env, raw, { run, find });
      if (!taken.known) return taken;
      const font = await fontFile(run, find('fc-match'));
      return await marked(run, draw, { raw, file, text, font });
    } catch (error) {
      return unknown('failed', codeOf(error));
    } finally {
      rmSync(raw, { force: true });
    }
  },
});

async function take(
  env: Environment,
  raw: string,
  { run, find }: Required<Pick<EvidenceOptions, 'run' | 'find'>>,
): Promise<Known<unknown>> {
  const grim = env['WAYLAND_DISPLAY'] ? find('grim') : undefined;
  const imports = env['DISPLAY'] && !env['WAYLAND_DISPLAY'] ? find('import') : undefined;
  const program = grim ?? imports;
  if (program === undefined)
    return unknown(
      'unsupported',
      env['WAYLAND_DISPLAY'] ? 'no grim' : env['DISPLAY'] ? 'no import (ImageMagick)' : 'no screen',
    );
  const args = grim === undefined ? ['-silent', '-window', 'root', `png:${raw}`] : [raw];
  return succeeded(await run({ program, args, env, timeoutMs: TIMEOUT_MS }), program);
}

/**
 * The file of a font that is installed, by fontconfig. ImageMagick's own default is a font of ghostscript, which many desktops lack.
 */
async function fontFile(run: Run, program: string | undefined): Promise<string | undefined> {
  if (program === undefined) return undefined;
  const args = ['--format=%{file}', 'sans-serif'];
  const answer = await run({ program, args, timeoutMs: TIMEOUT_MS });
  const file = answer.known ? answer.value.stdout.trim() : '';
  return path.isAbsolute(file) ? file : undefined;
}

interface Draft {
  readonly raw: string;
  readonly file: string;
  readonly text: string;
  readonly font: string | undefined;
}

async function marked(
  run: Run,
  program: string,
  { raw, file, text, font }: Draft,
): Promise<Known<Picture>> {
  const drawing = ['-gravity', 'South', '-undercolor', '#000000', '-fill', '#ffffff'];
  const letters = [...(font === undefined ? [] : ['-font', font]), '-pointsize', '16'];
  const args = [`png:${raw}`, ...drawing, ...letters, '-annotate', '+0+4', text];
  const drawn = await run({ program, args: [...args, `png:${file}`], timeoutMs: TIMEOUT_MS });
  const done = succeeded(drawn, program);
  if (!done.known) {
    // An unmarked picture proves nothing.
    rmSync(file, { force: true });
    return done;
  }
  chmodSync(file, 0o600);
  return known({ file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') });
}

/** ImageMagick ends with 0 where it has no font, and says so. */
const succeeded = (answer: Awaited<ReturnType<Run>>, program: string): Known<true> => {
  if (!answer.known) return answer;
  const { code, stderr } = answer.value;
  return code === 0 && stderr.trim() === ''
    ? known(true)
    : unknown('failed', `${path.basename(program)}: ${stderr.trim().slice(0, 200) || code}`);
};
