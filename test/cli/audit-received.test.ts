import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../shared/store/audit/open.ts';
import { segmentsIn } from '../../shared/store/audit/segments.ts';
import { eventAt } from '../audit/made.ts';
import { needs, programs, titled } from '../desk/missing.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const missing = needs('python');

/** A log of 13 entries with its key and its checkpoints, and where a receiver's file may lie. */
async function logIn(home: Home) {
  const at = path.join(home.folder, '.local/state/clean-exit/audit');
  const log = await openAuditLog({ folder: at, settings: { checkpointEvery: 5 } });
  for (let n = 0; n < 12; n++) await log.append(eventAt(n));
  log.close();
  const lines = segmentsIn(at).flatMap(({ file }) =>
    readFileSync(file, 'utf8').split('\n').slice(0, -1),
  );
  const key = readFileSync(path.join(at, 'keys/ed25519.vkey'), 'utf8').trim();
  const note = readFileSync(path.join(at, 'checkpoints/000000000011.checkpoint'), 'utf8');
  return { at, lines, key, note, file: path.join(home.folder, 'received.log') };
}

/** What our command and `verify.py` end with, and what ours says. */
async function verdictOf(home: Home, ...args: readonly string[]) {
  const ours = await home.run('audit', 'verify', ...args);
  const python = spawnSync(programs.python.file, ['docs/verify.py', ...args], { encoding: 'utf8' });
  return { codes: [ours.code, python.status], out: ours.out + ours.err, python: python.stdout };
}

const fileOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const sent = (note: string): string => JSON.stringify({ checkpoint: note });

describe.skipIf(missing)(titled('the log at a receiver', missing), () => {
  it('is verified as it lies there: with its checkpoints, with entries that came twice, and with other words', async () => {
    const home = newHome();
    const { lines, key, note, file } = await logIn(home);
    const [first = '', second = ''] = lines;
    const again = [...lines, second.slice(0, 900) + first, sent(note), 'other', second];
    writeFileSync(file, fileOf(again.map((line) => `<110>1 - desk clean-exit - - - ${line}`)));
    const { codes, out, python } = await verdictOf(home, file, '--key', key);
    expect(codes).toEqual([0, 0]);
    expect(out).toMatch(/intact: 13 entries[^]*received\.log:15: agrees: the first 11/);
    expect(out).toMatch(/2 entries are there more than once[^]*1 line has no entry/);
    expect(python).toBe('OK: 13 entries from 0 on. \n');
  });

  it('is not intact where its checkpoint says that there were more, or an entry was changed', async () => {
    const home = newHome();
    const { lines, note, file } = await logIn(home);
    writeFileSync(file, fileOf([...lines.slice(0, 9), sent(note)]));
    const cut = await verdictOf(home, file);
    expect(cut.codes).toEqual([1, 1]);
    expect(cut.out).toContain('the tail was cut');
    const edited = lines.map((line, at) => (at === 4 ? line.replace('"gone"', '"gine"') : line));
    writeFileSync(file, fileOf(edited.reverse()));
    const { codes, out, python } = await verdictOf(home, file);
    expect(codes).toEqual([1, 1]);
    expect(out).toContain('Entry 4 was edited');
    expect(python).toContain('line 9: entry 4: edited');
  });

  it('may be a folder that it was shipped to', async () => {
    const home = newHome();
    const { key } = await logIn(home);
    const folder = path.join(home.folder, 'share');
    mkdirSync(folder);
    expect((await home.run('audit', 'ship', '--to', folder)).code).toBe(0);
    const { codes, out } = await verdictOf(home, folder, '--key', key, '--checkpoint', folder);
    expect(codes).toEqual([0, 0]);
    expect(out).toContain('agrees: the first 11');
    expect(out).not.toContain('more checkpoints');
    expect((await home.run('audit', 'verify', folder)).out).toContain('agrees: the first 11');
  });

  it('has its checkpoints in a file of their own, as a rule of the receiver divides them', async () => {
    const home = newHome();
    const { lines, key, note, file } = await logIn(home);
    const notes = `${file}.checkpoints`;
    writeFileSync(file, fileOf(lines));
    writeFileSync(notes, fileOf([sent(note), sent(note)]));
    const named = [file, '--key', key, '--checkpoint', notes];
    expect((await verdictOf(home, ...named)).codes).toEqual([0, 0]);
    writeFileSync(file, fileOf(lines.slice(0, 10)));
    expect((await verdictOf(home, ...named)).codes).toEqual([1, 1]);
  });

  it('is chosen by its key where several computers ship there', async () => {
    const [home, other] = [newHome(), newHome()];
    const mine = await logIn(home);
    const theirs = await logIn(other);
    const all = theirs.lines.flatMap((line, at) => [line, mine.lines[at] ?? '']);
    writeFileSync(mine.file, fileOf([...all, sent(theirs.note), sent(mine.note)]));
    const none = await verdictOf(home, mine.file);
    expect(none.codes).toEqual([2, 2]);
    expect(none.out).toContain('the entries of 2 logs');
    for (const { key } of [mine, theirs]) {
      const { codes, out } = await verdictOf(home, mine.file, '--key', key);
      expect(codes).toEqual([0, 0]);
      expect(out).toContain('13 entries');
    }
  });

  it('is not accused by a key that is not its own', async () => {
    const home = newHome();
    const { lines, file } = await logIn(home);
    const { key } = await logIn(newHome());
    writeFileSync(file, fileOf(lines));
    const { codes, out, python } = await verdictOf(home, file, '--key', key);
    expect(codes).toEqual([1, 1]);
    expect(out).toMatch(/fit each other, but the key that you named has signed none/);
    expect(out).not.toContain('not intact');
    expect(python).toMatch(/^NOT ACCEPTED: the entries fit each other/);
    const zh = await home.run('audit', 'verify', file, '--key', key, '--lang', 'zh');
    expect(zh.out).toContain('您指定的公钥没有签过其中任何一条');
  });
});
