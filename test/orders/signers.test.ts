import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { signersFiles } from '../../shared/machine/signing/signers-files.ts';
import { readSshSignature } from '../../shared/machine/signing/sshsig.ts';
import { anOffice, lacks, SSH_KEYGEN, type Office } from './an-office.ts';

const TEXT = 'a text\n';

async function signed(at: Office, key: string): Promise<string> {
  const namespace = 'clean-exit-order';
  const found = await at.signing.sign({ namespace, text: TEXT, key });
  if ('why' in found) throw new Error(`${found.why}: ${found.detail}`);
  return found.signature;
}

const check = (at: Office, signature: string) =>
  at.signing.check({ namespace: 'clean-exit-order', text: TEXT, signature });

/** A certificate of a key for a name, signed by the key `ca`; its path. */
function certificate(at: Office, key: string, name: string): string {
  const copy = path.join(at.places.home, `${name}-of-${path.basename(key)}`);
  copyFileSync(key, copy);
  copyFileSync(`${key}.pub`, `${copy}.pub`);
  execFileSync(SSH_KEYGEN, ['-q', '-s', at.key('ca'), '-I', name, '-n', name, `${copy}.pub`]);
  return `${copy}-cert.pub`;
}

describe.skipIf(lacks)(`who may sign${lacks}`, () => {
  it('is what the managed file says, and nobody where others could have written that', async () => {
    const at = anOffice();
    const ourManaged = path.join(at.places.home, 'managed');
    mkdirSync(ourManaged);
    at.allow(['anna', 'a']);
    writeFileSync(path.join(ourManaged, 'allowed_signers'), '');
    const places = { ...at.places, ourManaged };
    const managed = path.join(ourManaged, 'allowed_signers');
    expect(await signersFiles(places, async () => undefined)).toEqual({ allowed: managed });
    const distrust = { code: 'others-write', path: managed } as const;
    expect(await signersFiles(places, async () => distrust)).toEqual({
      ...{ file: managed, why: `others-write: ${managed}` },
    });
    // Where it cannot be looked for it may be there.
    const hidden = { ...places, ourManaged: path.join(at.places.home, 'x'.repeat(300)) };
    expect(await signersFiles(hidden, async () => undefined)).not.toHaveProperty('allowed');
  });

  it('is seen also by a signature whose lines end as on Windows', async () => {
    const at = anOffice();
    at.allow(['anna', 'a']);
    const signature = await signed(at, at.key('a'));
    const sent = signature.replaceAll('\n', '\r\n');
    expect(await check(at, sent)).toMatchObject({ principals: ['anna'] });
  });

  it('is no longer who has a key that was revoked', async () => {
    const at = anOffice();
    at.allow(['anna', 'a']);
    const signature = await signed(at, at.key('a'));
    expect(await check(at, signature)).toMatchObject({ principals: ['anna'] });
    copyFileSync(`${at.key('a')}.pub`, path.join(at.places.ourConfig, 'revoked_keys'));
    expect(await check(at, signature)).toMatchObject({ why: 'unknown-signer' });
  });

  it('has as many keys as there are, however many certificates: two of one key are one', async () => {
    const at = anOffice();
    at.allow(['anna,bob cert-authority', 'ca']);
    const key = at.key('a');
    const both = [certificate(at, key, 'anna'), certificate(at, key, 'bob')];
    const signatures = await Promise.all(both.map((one) => signed(at, one)));
    const plain = readSshSignature(await signed(at, key));
    expect(signatures.map(readSshSignature)).toEqual([plain, plain]);
    const listed = execFileSync(SSH_KEYGEN, ['-l', '-f', key], { encoding: 'utf8' });
    expect(listed).toContain(plain?.key);
  });
});

describe.skipIf(lacks)(`what a signature says of itself${lacks}`, () => {
  it('is read from a whole one alone', async () => {
    const at = anOffice();
    const whole = await signed(at, at.key('a'));
    expect(readSshSignature(whole)).toMatchObject({ namespace: 'clean-exit-order' });
    const inner = whole.split('\n').slice(1, -2).join('');
    const bytes = Buffer.from(inner, 'base64');
    const armoured = (body: Buffer): string =>
      `-----BEGIN SSH SIGNATURE-----\n${body.toString('base64')}\n-----END SSH SIGNATURE-----\n`;
    expect(readSshSignature(armoured(bytes))).toMatchObject({ namespace: 'clean-exit-order' });
    for (let length = 0; length < 80; length++)
      expect(readSshSignature(armoured(bytes.subarray(0, length)))).toBeUndefined();
    for (const text of ['', inner, whole.replace('BEGIN', 'END'), `${whole}x`])
      expect(readSshSignature(text)).toBeUndefined();
  });

  it('is made by the key that signing-key is, or names', async () => {
    const at = anOffice();
    const file = path.join(at.places.ourConfig, 'signing-key');
    expect(at.signing.ownKey()).toBeUndefined();
    writeFileSync(file, `${at.key('a')}\n`);
    expect(at.signing.ownKey()).toBe(at.key('a'));
    writeFileSync(file, readFileSync(at.key('a')));
    expect(at.signing.ownKey()).toBe(file);
  });
});
