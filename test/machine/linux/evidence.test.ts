import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { known } from '../../../shared/core/known.ts';
import { evidenceOf } from '../../../shared/machine/linux/evidence.ts';
import type { Order, Run } from '../../../shared/machine/run-port.ts';
import { folder, tidy } from './actors.ts';

tidy();

const TEXT = `Clean Exit chat 2026-11-30T18:30:00.000Z ${'ab'.repeat(32)}`;
const HERE = (...names: readonly string[]): string => `/usr/bin/${names[0]}`;

/** Programs that write what they are told to; the last file of a draft is what they make. */
function programs(answers: Readonly<Record<string, { code: number; stderr: string }>> = {}) {
  const ran: Order[] = [];
  const run: Run = async (order) => {
    ran.push(order);
    if (order.program.endsWith('fc-match'))
      return known({ stdout: '/fonts/one.ttf', stderr: '', code: 0 });
    const file = (order.args.at(-1) ?? '').replace(/^png:/, '');
    writeFileSync(file, 'picture');
    const { code = 0, stderr = '' } = answers[path.basename(order.program)] ?? {};
    return known({ stdout: '', stderr, code });
  };
  return { ran, run };
}

describe('a picture of the screen', () => {
  it.each([
    ['grim', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }],
    ['import', { DISPLAY: ':0' }],
  ])('is taken by %s, marked, kept for its owner alone, and told by its hash', async (by, env) => {
    const state = path.join(folder(), 'state');
    const { ran, run } = programs();
    const taken = await evidenceOf({ env, state, run, find: HERE }).picture(TEXT, 'one.png');
    const file = path.join(state, 'evidence/one.png');
    const sha256 = createHash('sha256').update('picture').digest('hex');
    expect(taken).toEqual(known({ file, sha256 }));
    const asked = [by, 'fc-match', 'magick'].map((name) => `/usr/bin/${name}`);
    expect(ran.map(({ program }) => program)).toEqual(asked);
    expect(ran[2]?.args).toEqual(expect.arrayContaining([TEXT, '-font', '/fonts/one.ttf']));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(readdirSync(path.dirname(file))).toEqual(['one.png']);
  });

  it.each([
    ['the text cannot be drawn', { magick: { code: 1, stderr: 'no font' } }],
    ['a font is missing, which ends well', { magick: { code: 0, stderr: 'unable to read font' } }],
    ['it cannot be taken', { import: { code: 1, stderr: 'no window' } }],
  ])('is not kept where %s', async (_, answers) => {
    const state = path.join(folder(), 'state');
    const { run } = programs(answers);
    const env = { DISPLAY: ':0' };
    const taken = await evidenceOf({ env, state, run, find: HERE }).picture(TEXT, 'one.png');
    expect(taken).toMatchObject({ known: false, why: { code: 'failed' } });
    expect(readdirSync(path.join(state, 'evidence'))).toEqual([]);
  });

  it.each([
    ['no ImageMagick', { DISPLAY: ':0' }, []],
    ['no grim', { WAYLAND_DISPLAY: 'w' }, ['convert']],
    ['no import', { DISPLAY: ':0' }, ['convert']],
    ['no screen', {}, ['convert', 'import', 'grim']],
  ])('is refused by name where there is %s', async (detail, env, has) => {
    const state = path.join(folder(), 'state');
    const find = (...names: readonly string[]) => names.find((one) => has.includes(one as never));
    const { ran, run } = programs();
    const taken = await evidenceOf({ env, state, run, find }).picture(TEXT, 'one.png');
    expect(taken).toMatchObject({ known: false, why: { code: 'unsupported' } });
    expect(JSON.stringify(taken)).toContain(detail);
    expect(ran).toEqual([]);
  });
});

const missing = ['Xvfb', 'import', 'convert', 'fc-match'].filter(
  (one) => !existsSync(`/usr/bin/${one}`),
);

describe('the real programs', () => {
  it.skipIf(missing.length > 0)(
    `draw the digest into a picture of a screen (apt-get install xvfb imagemagick fontconfig)`,
    async () => {
      const made = folder();
      const number = 200 + (process.pid % 700);
      const { spawn } = await import('node:child_process');
      const screen = spawn(
        'Xvfb',
        [`:${number}`, '-screen', '0', '1280x200x24', '-displayfd', '3'],
        {
          stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        },
      );
      try {
        await new Promise((resolve, reject) => {
          screen.stdio[3]?.once('data', resolve);
          screen.once('exit', () => reject(new Error('no screen')));
        });
        const env = { DISPLAY: `:${number}`, HOME: made };
        const taken = await evidenceOf({ env, state: made }).picture(TEXT, 'real.png');
        if (!taken.known) throw new Error(JSON.stringify(taken.why));
        const bytes = readFileSync(taken.value.file);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(taken.value.sha256);
        // An empty screen is of one colour: what is drawn is white on black.
        const count = (rows: string): number =>
          Number(
            execFileSync('/usr/bin/convert', [
              ...[taken.value.file, '-crop', rows, '+repage', '-threshold', '50%'],
              ...['-format', '%[fx:mean*w*h]', 'info:'],
            ]).toString(),
          );
        expect(count('1280x30+0+170')).toBeGreaterThan(200);
        expect(count('1280x150+0+0')).toBe(0);
      } finally {
        screen.kill();
      }
    },
  );
});
