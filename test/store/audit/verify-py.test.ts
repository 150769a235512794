import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ED25519_CHECKS } from '../../../shared/audit/verify/suite-of.ts';
import { verifyLog } from '../../../shared/audit/verify/verify.ts';
import { partsAt } from '../../../shared/store/audit/log-parts.ts';
import { openAuditLog, type OwnAuditLog } from '../../../shared/store/audit/open.ts';
import { proofOf } from '../../../shared/store/audit/proof-of.ts';
import { segmentsIn } from '../../../shared/store/audit/segments.ts';
import { eventAt } from '../../audit/made.ts';
import { folder, tidy } from '../../machine/linux/actors.ts';

tidy();

const VERIFY_PY = path.resolve('docs/verify.py');

/** ` (missing: …)` where Debian's Python or openssl is not there. */
const lacks = ['python3', 'openssl']
  .filter((name) => spawnSync(name, [name === 'openssl' ? 'version' : '--version']).error)
  .map((name) => ` (${name} is missing: apt-get install ${name})`)
  .join('');

/** What Python says; code and text. */
function python(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('python3', [VERIFY_PY, ...args], {
    encoding: 'utf8',
  });
  return { code: status, said: stdout.trim() + stderr };
}

interface Made {
  readonly at: string;
  readonly log: OwnAuditLog;
}

/** A log of the store with so many events, 20 days and some segments of it. */
async function made(count = 40): Promise<Made> {
  const at = path.join(folder(), 'audit');
  const log = await openAuditLog({ folder: at, settings: {}, segmentBytes: 15_000 });
  for (let n = 0; n < count; n++) await log.append(eventAt(n * 43_200));
  return { at, log };
}

const vkeyIn = (at: string): string =>
  readFileSync(path.join(at, 'keys/ed25519.vkey'), 'utf8').trim();

/** Changes the lines of the log in their files. */
function change(at: string, by: (lines: string[]) => void): void {
  const files = segmentsIn(at).map(({ file }) => file);
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(0, -1));
  by(lines);
  for (const file of files.slice(1)) rmSync(file);
  writeFileSync(files[0] ?? '', lines.map((line) => `${line}\n`).join(''));
}

async function ours(at: string, trusted: readonly string[] = [], checkpoint?: string) {
  const found = await verifyLog(partsAt(at), {
    suiteOf: () => Promise.resolve(ED25519_CHECKS),
    trusted,
    ...(checkpoint === undefined
      ? {}
      : { checkpoints: [{ name: checkpoint, note: readFileSync(checkpoint, 'utf8') }] }),
  });
  return found;
}

/** The names of faults in verify.py, where they are not ours. */
const IN_PYTHON: Readonly<Record<string, string>> = {
  'wrong-key': 'wrong key',
  'foreign-chain': 'of another log',
  'not-a-line': 'edited',
};

describe.skipIf(lacks)(`verify.py${lacks}`, () => {
  it('has fewer than 80 lines, and needs nothing but Python and openssl', () => {
    const text = readFileSync(VERIFY_PY, 'utf8');
    expect(text.split('\n').length - 1).toBeLessThan(80);
    const imports = /^import (.*)$/m.exec(text)?.[1]?.split(', ') ?? [];
    const builtIn = 'import sys; print(" ".join(sorted(sys.stdlib_module_names)))';
    const known = execFileSync('python3', ['-c', builtIn], { encoding: 'utf8' }).trim().split(' ');
    expect(imports.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('finds a log intact, with its key, its checkpoints and every signature', async () => {
    const { at } = await made();
    const latest = path.join(at, 'checkpoints/latest');
    expect(python(at)).toMatchObject({ code: 0 });
    expect(python(at).said).toContain('--checkpoint');
    const all = ['--key', vkeyIn(at), '--checkpoint', latest, '--every-signature'];
    expect(python(at, ...all)).toEqual({ code: 0, said: 'OK: 41 entries from 0 on.' });
  });

  it('goes on after a change of the key and after pruning', async () => {
    const { at, log } = await made();
    const first = vkeyIn(at);
    await log.rotateKey(eventAt(40 * 43_200));
    await log.append(eventAt(41 * 43_200));
    for (const key of [first, vkeyIn(at)])
      expect(python(at, '--key', key)).toMatchObject({ code: 0 });
    const pruned = await log.prune(eventAt(42 * 43_200), 10);
    expect(pruned?.first).toBeGreaterThan(0);
    const said = python(at, '--checkpoint', path.join(at, 'checkpoints/latest'));
    expect(said).toMatchObject({ code: 0 });
    expect(said.said).toContain(`from ${pruned?.first ?? ''} on`);
    expect(await ours(at)).toMatchObject({ isIntact: true, first: pruned?.first });
  });

  it('does not take another key for the one that was named, or that was lost', async () => {
    const { at, log } = await made(3);
    const other = vkeyIn((await made(1)).at);
    expect(python(at, '--key', other)).toMatchObject({ code: 1 });
    log.close();
    rmSync(path.join(at, 'keys/ed25519.pem'));
    const again = await openAuditLog({ folder: at, settings: {} });
    await again.append(eventAt(3 * 43_200));
    expect(python(at)).toMatchObject({ code: 1 });
    expect(await ours(at)).toMatchObject({ isIntact: false });
    expect(python(at, '--key', vkeyIn(at))).toMatchObject({ code: 0 });
  });

  it('says what a key and a checkpoint are worth', async () => {
    const { at, log } = await made();
    const other = vkeyIn((await made(1)).at);
    const strange = python(at, '--key', other);
    expect(strange).toMatchObject({ code: 1 });
    expect(strange.said).toMatch(/^NOT ACCEPTED: .*signed none of them/);
    const old = `${at}.checkpoint`;
    const [smallest = ''] = readdirSync(path.join(at, 'checkpoints')).sort();
    writeFileSync(old, readFileSync(path.join(at, 'checkpoints', smallest)));
    await log.prune(eventAt(42 * 43_200), 10);
    const pruned = python(at, '--checkpoint', old);
    expect(pruned).toMatchObject({ code: 0 });
    expect(pruned.said).toContain('Nobody knows');
  });

  it('takes a key as a file, or in a tlog-policy without witnesses, and checkpoints as a folder', async () => {
    const { at } = await made();
    const [file, policy] = [`${at}.vkey`, `${at}.policy`];
    writeFileSync(file, `${vkeyIn(at)}\n`);
    const write = (quorum: string) =>
      writeFileSync(
        policy,
        `# ours\nlog ${vkeyIn(at)}\nwitness w w+00000000+AAAA\nquorum ${quorum}\n`,
      );
    write('none');
    const notes = ['--checkpoint', path.join(at, 'checkpoints')];
    for (const key of [file, policy])
      expect(python(at, '--key', key, ...notes)).toEqual({
        ...{ code: 0, said: 'OK: 41 entries from 0 on.' },
      });
    write('w');
    expect(python(at, '--key', policy)).toMatchObject({ code: 2 });
  });

  it('ends with 2 where something cannot be read, or was asked wrongly', async () => {
    const { at } = await made(1);
    const file = segmentsIn(at)[0]?.file ?? '';
    for (const args of [
      ...[['nowhere'], [path.join(at, 'keys')], [], [at, '--key', 'nowhere'], [at, '--key', file]],
      ...[
        [at, '--checkpoint', 'nowhere'],
        ['--proof', file],
        ['--proof', 'nowhere', '--line', 'x'],
      ],
    ])
      expect({ args, code: python(...args).code }).toEqual({ args, code: 2 });
  });

  it('goes on after a pruning that was broken off, and after a key that was lost before it', async () => {
    const { at, log } = await made();
    log.close();
    rmSync(path.join(at, 'keys/ed25519.pem'));
    const again = await openAuditLog({ folder: at, settings: {}, segmentBytes: 15_000 });
    for (let n = 41; n < 80; n++) await again.append(eventAt(n * 43_200));
    const kept = segmentsIn(at).map(({ file }) => ({ file, bytes: readFileSync(file) }));
    const pruned = await again.prune(eventAt(81 * 43_200), 10);
    expect(python(at)).toMatchObject({ code: 0 });
    expect(await ours(at)).toMatchObject({ isIntact: true, first: pruned?.first });
    const gone = kept.filter(({ file }) => !existsSync(file));
    expect(gone.length).toBeGreaterThan(2);
    // They are removed one after another.
    for (const { file, bytes } of gone.slice(1)) writeFileSync(file, bytes);
    expect(python(at)).toMatchObject({ code: 0 });
    expect(await ours(at)).toMatchObject({ isIntact: true, first: pruned?.first });
  });

  it.each([
    ['edited', (lines: string[]) => (lines[7] = (lines[7] ?? '').replace('gone', 'gine'))],
    ['shortened by a line', (lines: string[]) => lines.splice(9, 1)],
    ['reordered', (lines: string[]) => lines.splice(5, 0, ...lines.splice(12, 1))],
    ['doubled', (lines: string[]) => lines.splice(20, 0, lines[19] ?? '')],
    [
      'signed by nobody',
      (lines: string[]) =>
        (lines[40] = (lines[40] ?? '').replace(
          /"value":"(.{4})([^"]*"}\]}\]}})$/,
          '"value":"AAAA$2',
        )),
    ],
    ['marked with a space', (lines: string[]) => (lines[3] += ' ')],
    [
      'mended in its seal',
      (lines: string[]) =>
        (lines[4] = (lines[4] ?? '').replace(/_id":99,"value":"(?!.*value)/, '_id":98,"value":"')),
    ],
  ])('names the line that we name in a log that was %s', async (_, by) => {
    const { at } = await made();
    change(at, by);
    const { fault } = await ours(at);
    const { code, said } = python(at);
    expect(code).toBe(1);
    expect(fault).toBeDefined();
    const { line = 0, sequence = 0, code: what = '' } = fault ?? {};
    expect(said).toContain(`, line ${line}: entry ${sequence}: ${IN_PYTHON[what] ?? what}`);
  });

  it('finds a tail that was cut, and a log that was written again, by a checkpoint', async () => {
    const { at } = await made();
    const latest = path.join(at, 'checkpoints/latest');
    change(at, (lines) => lines.splice(30));
    expect(python(at)).toMatchObject({ code: 0 });
    expect(python(at, '--checkpoint', latest)).toMatchObject({
      ...{ code: 1, said: expect.stringContaining('cut') as string },
    });
    expect(await ours(at, [], latest)).toMatchObject({ checkpoints: [{ code: 'cut' }] });
    const other = await made();
    expect(python(other.at, '--checkpoint', latest)).toMatchObject({ code: 1 });
    const forged = `${latest}.forged`;
    writeFileSync(forged, readFileSync(latest, 'utf8').replace(/\n\d+\n/, '\n20\n'));
    expect(python(at, '--checkpoint', forged)).toMatchObject({ code: 1 });
  });

  it('verifies the proof of an entry, and of no other one', async () => {
    const { at } = await made();
    for (const number of [0, 17, 40]) {
      const found = await proofOf(at, number, Date.UTC(2026, 11, 30));
      if (found.code !== 'proved') throw new Error(found.code);
      const [proof, line] = [
        path.join(at, `${number}.tlog-proof`),
        path.join(at, `${number}.line`),
      ];
      writeFileSync(proof, found.proof);
      writeFileSync(line, `${found.line.toString()}\n`);
      const args = ['--proof', proof, '--line', line, '--key', vkeyIn(at)];
      expect(python(...args)).toMatchObject({ code: 0 });
      writeFileSync(line, found.line.toString().replace('gone', 'gine').replace('Start', 'Sturt'));
      expect(python(...args)).toMatchObject({ code: 1 });
    }
  });
});
