import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../shared/store/audit/open.ts';
import { segmentsIn } from '../../shared/store/audit/segments.ts';
import { eventAt } from '../audit/made.ts';
import { newHome, tidyHomes } from './home.ts';

tidyHomes();

/** A home with a log of so many events, a checkpoint after each ten. */
async function homeWithLog(count = 40) {
  const home = newHome();
  const at = path.join(home.folder, '.local/state/clean-exit/audit');
  const log = await openAuditLog({ folder: at, settings: { checkpointEvery: 10 } });
  for (let n = 0; n < count; n++) await log.append(eventAt(n));
  log.close();
  const [file = ''] = segmentsIn(at).map((segment) => segment.file);
  const key = readFileSync(path.join(at, 'keys/ed25519.vkey'), 'utf8').trim();
  const checkpoint = path.join(home.folder, 'outside.checkpoint');
  writeFileSync(checkpoint, readFileSync(path.join(at, 'checkpoints/latest')));
  return { home, at, file, key, checkpoint };
}

describe('audit verify', () => {
  it('says that a log is intact, and what it cannot know', async () => {
    const { home, at, key, checkpoint } = await homeWithLog();
    const { code, out } = await home.run('audit', 'verify');
    expect(code).toBe(0);
    expect(out).toContain('The log is intact: 41 entries, no content changed');
    expect(out).toContain('--key KEY');
    const all = await home.run(
      ...['audit', 'verify', at, '--key', key, '--checkpoint', checkpoint, '--every-signature'],
      '--json',
    );
    expect(all.code).toBe(0);
    expect(all.json()).toMatchObject({
      ...{ schema: 'clean-exit/audit-verify/1', intact: true, trusted: true, lines: 41 },
      ...{ tail: 'complete', signatures: 41 },
    });
  });

  it('names the first bad line with its file, in both languages', async () => {
    const { home, at, file } = await homeWithLog();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"verdict":"gone"', '"verdict":"gine"'));
    const { code, out } = await home.run('audit', 'verify');
    expect(code).toBe(1);
    expect(out).toContain(`${path.basename(file)}, line 2`);
    expect(out).toContain('Entry 1 was edited');
    const chinese = await home.run('audit', 'verify', at, '--lang', 'zh');
    expect(chinese).toMatchObject({ code: 1 });
    expect(chinese.out).toMatch(/第 1 号记录被改动/);
  });

  it('finds a tail that was cut, by a checkpoint that left the computer', async () => {
    const { home, file, checkpoint } = await homeWithLog();
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${lines.slice(0, 25).join('\n')}\n`);
    const { code, out } = await home.run('audit', 'verify', '--checkpoint', checkpoint);
    expect(code).toBe(1);
    expect(out).toContain('the tail was cut');
  });

  it.each([
    ['a blank line more', (note: string) => `${note}\n`],
    ['no line break at its end', (note: string) => note.trimEnd()],
    ['the line breaks of Windows', (note: string) => note.replaceAll('\n', '\r\n')],
  ])('takes a checkpoint that was scanned with %s', async (_, scanned) => {
    const { home, key, checkpoint } = await homeWithLog();
    writeFileSync(checkpoint, scanned(readFileSync(checkpoint, 'utf8')));
    const { code } = await home.run('audit', 'verify', '--checkpoint', checkpoint, '--key', key);
    expect(code).toBe(0);
  });

  it('ends with 2 where there is nothing to verify', async () => {
    const home = newHome();
    for (const more of [[], ['nowhere'], ['--key', 'no key']]) {
      const { code, err } = await home.run('audit', 'verify', ...more);
      expect({ more, code }).toEqual({ more, code: 2 });
      expect(err).not.toBe('');
    }
  });
});

describe('audit prove', () => {
  it('writes a proof and its entry, which are verified without the log', async () => {
    const { home, key } = await homeWithLog();
    const proof = path.join(home.folder, 'seven.tlog-proof');
    const line = path.join(home.folder, 'seven.jsonl');
    expect(await home.run('audit', 'prove', '7', '--out', proof)).toMatchObject({ code: 0 });
    expect(readFileSync(proof, 'utf8')).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex 7\n/);
    const check = ['audit', 'verify', '--proof', proof, '--line', line, '--key'];
    const { code, out } = await home.run(...check, key);
    expect(code).toBe(0);
    expect(out).toContain('it is entry 7 of the 41');
    writeFileSync(line, readFileSync(line, 'utf8').replace('"gone"', '"gine"'));
    expect(await home.run(...check, key)).toMatchObject({ code: 1 });
    const again = await home.run('audit', 'prove', '7', '--out', proof);
    expect(again.code).toBe(2);
    expect(await home.run('audit', 'prove', '999')).toMatchObject({ code: 2 });
  });
});
