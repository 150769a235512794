import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SM, loadSm2, type Sm2 } from '../../../shared/audit/sm.ts';
import { smChecks } from '../../../shared/audit/verify/sm-checks.ts';
import { verifyLog } from '../../../shared/audit/verify/verify.ts';
import { partsAt } from '../../../shared/store/audit/log-parts.ts';
import { openAuditLog } from '../../../shared/store/audit/open.ts';
import { proofOf } from '../../../shared/store/audit/proof-of.ts';
import { sm2Keys } from '../../../shared/store/audit/sm2-keys.ts';
import { segmentsIn } from '../../../shared/store/audit/segments.ts';
import { eventAt } from '../../audit/made.ts';
import { folder, tidy } from '../../machine/linux/actors.ts';

tidy();

const settings = { algorithm: 'sm3+sm2' } as const;
const ID = 'distid:1234567812345678';
const [lacks, lacksPython] = ['openssl', 'python3'].map((name) =>
  spawnSync(name, [name === 'openssl' ? 'version' : '--version']).error
    ? ` (${name} is missing: apt-get install ${name})`
    : '',
);

async function theSm2(): Promise<Sm2> {
  const sm2 = await loadSm2();
  if (!sm2) throw new Error('this Node.js has no SM3');
  return sm2;
}

/** A log of the store with so many events. */
async function made(count = 12): Promise<string> {
  const at = path.join(folder(), 'audit-sm');
  const log = await openAuditLog({ folder: at, settings });
  for (let n = 0; n < count; n++) await log.append(eventAt(n * 43_200));
  log.close();
  return at;
}

const verified = (at: string, trusted: readonly string[] = []) => {
  const name = path.join(at, 'checkpoints/latest');
  return verifyLog(partsAt(at), {
    suiteOf: smChecks,
    trusted,
    isEverySignature: true,
    checkpoints: [{ name, note: readFileSync(name, 'utf8') }],
  });
};

describe('SM3', () => {
  it('has the hash of the example of GB/T 32905', () => {
    expect(SM.hash(Buffer.from('abc')).toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });
});

describe.skipIf(lacks)(`SM2 and openssl${lacks}`, () => {
  const how = ['-rawin', '-digest', 'sm3', '-pkeyopt', ID];

  it('verify each other, under the standard id', async () => {
    const at = folder();
    const file = (name: string) => path.join(at, name);
    const keys = await sm2Keys();
    writeFileSync(file('text'), '净退\n');
    const ours = keys?.make() ?? '';
    execFileSync('openssl', ['genpkey', '-algorithm', 'SM2', '-out', file('theirs')]);
    for (const pem of [ours, readFileSync(file('theirs'), 'utf8')]) {
      writeFileSync(file('key'), pem);
      const key = keys?.open(pem, 'key');
      const text = readFileSync(file('text'));
      const io = ['-inkey', file('key'), '-in', file('text')];
      execFileSync('openssl', ['pkeyutl', '-sign', ...io, '-out', file('sig'), ...how]);
      const theirs = readFileSync(file('sig'));
      expect(key?.signed(text, theirs)).toBe(true);
      expect(key?.signed(Buffer.from('other'), theirs)).toBe(false);
      expect(key?.signed(text, theirs.subarray(1))).toBe(false);
      writeFileSync(file('sig'), key?.suite.sign(text) ?? '');
      const check = ['pkeyutl', '-verify', ...io, '-sigfile', file('sig')];
      expect(spawnSync('openssl', [...check, ...how]).status).toBe(0);
      const otherId = how.with(-1, 'distid:8765432187654321');
      expect(spawnSync('openssl', [...check, ...otherId]).status).not.toBe(0);
    }
  });

  it('takes no other key for one of SM2', async () => {
    const keys = await sm2Keys();
    const other = execFileSync('openssl', ['genpkey', '-algorithm', 'ED25519'], {
      encoding: 'utf8',
    });
    for (const pem of [other, '', 'no key']) {
      expect(() => keys?.open(pem, 'key')).toThrow(/no private SM2 key/);
    }
    expect((await theSm2()).checkedBy(Buffer.alloc(65, 4))).toBeUndefined();
  });
});

describe('a log in SM mode', () => {
  it('is intact by its key and its checkpoint, which say that it is one', async () => {
    const at = await made();
    const vkey = readFileSync(path.join(at, 'keys/sm2.vkey'), 'utf8').trim();
    const found = await verified(at, [vkey]);
    expect(found).toMatchObject({
      ...{ isIntact: true, isTrusted: true, count: 13, signatures: 13, hashAlgorithm: 'SM3' },
      checkpoints: [{ code: 'ok' }],
    });
    expect(found.origin).toMatch(/^clean-exit\/log\/[0-9a-f-]{36}\+sm3$/);
    expect(vkey).toMatch(/^clean-exit\/log\/[0-9a-f-]{36}\+[0-9a-f]{8}\+\/3Nt/);
  });

  it('names what was edited, and who signed with another key', async () => {
    const at = await made();
    const [file = ''] = segmentsIn(at).map((segment) => segment.file);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"verdict":"gone"', '"verdict":"gine"'));
    expect((await verified(at)).fault).toMatchObject({ code: 'edited', sequence: 1 });
    const other = readFileSync(path.join(await made(1), 'keys/sm2.vkey'), 'utf8').trim();
    writeFileSync(file, text);
    expect((await verified(at, [other])).warnings).toMatchObject([{ code: 'other-key' }]);
  });

  it('has no tlog-proof, whose tree is of SHA-256', async () => {
    expect(await proofOf(await made(2), 1, 0)).toEqual({ code: 'other-algorithm' });
  });

  it.skipIf(lacksPython)(`is verified by verify.py${lacksPython}`, async () => {
    const at = await made();
    const python = (...args: readonly string[]) =>
      spawnSync('python3', [path.resolve('docs/verify.py'), at, ...args], { encoding: 'utf8' });
    const all = ['--every-signature', '--checkpoint', path.join(at, 'checkpoints/latest')];
    expect(python(...all)).toMatchObject({ status: 0, stdout: 'OK: 13 entries from 0 on. \n' });
    const [file = ''] = segmentsIn(at).map((segment) => segment.file);
    const lines = readFileSync(file, 'utf8').split('\n');
    rmSync(file);
    writeFileSync(file, [...lines.slice(0, 4), ...lines.slice(5)].join('\n'));
    expect(python()).toMatchObject({ status: 1 });
    expect(python().stdout).toContain('line 5: entry 4: missing');
  });
});
