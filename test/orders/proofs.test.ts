import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProofKind } from '../../shared/core/proof.ts';
import { TOKEN_FILE, TOKEN_SIGNATURE } from '../../shared/core/volume-token.ts';
import { withKeys } from '../../shared/machine/proofs/with-keys.ts';
import type { Namespace } from '../../shared/machine/port/signing.ts';
import { linuxVolumes } from '../../shared/machine/volumes/linux.ts';
import { macosVolumes } from '../../shared/machine/volumes/macos.ts';
import { windowsVolumes } from '../../shared/machine/volumes/windows.ts';
import { writeToken } from '../../shared/machine/volumes/write-token.ts';
import { anOffice, lacks, type Office } from './an-office.ts';

const DAY_MS = 86_400_000;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-volumes-'));
  folders.push(made);
  return made;
}

/** Sticks as udev and the kernel name them; their file systems are folders. */
function sticks(...ids: readonly string[]) {
  const top = folder();
  const byUuid = path.join(top, 'by-uuid');
  mkdirSync(byUuid);
  const lines = ids.map((id, at) => {
    const [device, place] = [path.join(top, `sd${at}`), path.join(top, `my stick ${at}`)];
    writeFileSync(device, '');
    symlinkSync(device, path.join(byUuid, id));
    mkdirSync(place);
    return `${at} 1 8:${at} / ${place.replaceAll(' ', '\\040')} rw shared:1 - vfat ${device} rw`;
  });
  const table = path.join(top, 'mountinfo');
  writeFileSync(table, `1 1 0:1 / /proc rw - proc proc rw\n${lines.join('\n')}\n`);
  const placeOf = (at: number): string => path.join(top, `my stick ${at}`);
  return { volumes: linuxVolumes(byUuid, table), placeOf };
}

/** Anna administers: her key signs tokens, and Bob's signs proofs. */
function office(): Office {
  const one = anOffice();
  one.allow(
    ['anna namespaces="clean-exit-volume"', 'a'],
    ['bob namespaces="clean-exit-proof,clean-exit-order"', 'b'],
  );
  return one;
}

async function token(
  { signing, key, world }: Office,
  place: string,
  volume: string,
  how: { key?: string; namespace?: Namespace; days?: number } = {},
): Promise<void> {
  const text = JSON.stringify({
    ...{ schema: 'clean-exit/volume-token/1', volume, principal: 'carl' },
    issued: new Date(world.now).toISOString(),
    expires: new Date(world.now + (how.days ?? 1) * DAY_MS).toISOString(),
  });
  const signed = await signing.sign({
    ...{ namespace: how.namespace ?? 'clean-exit-volume', text, key: key(how.key ?? 'a') },
  });
  if ('why' in signed) throw new Error(signed.detail);
  writeToken(place, text, signed.signature);
}

const proofs = (of: Office, volumes = linuxVolumes('/nowhere', '/dev/null')) =>
  withKeys(undefined, {
    ...{ signing: async () => of.signing, volumes: async () => volumes },
    now: () => of.world.now,
  });

const question = (kind: ProofKind) => ({ kind, reason: 'a test', digest: '0'.repeat(64) });

describe.skipIf(lacks)(`a stick with a token${lacks}`, () => {
  it('proves what the administrator signed for just this stick', async () => {
    const at = office();
    const { volumes, placeOf } = sticks('1A2B-3C4D', '5E6F-7081');
    await token(at, placeOf(1), '5E6F-7081');
    expect(await proofs(at, volumes).prove(question('volume'))).toEqual({
      given: { kind: 'volume', by: 'carl, 5E6F-7081, anna' },
    });
  });

  it('is looked for on every stick: a wrong one beside a right one does no harm', async () => {
    const at = office();
    const { volumes, placeOf } = sticks('1A2B-3C4D', '5E6F-7081');
    await token(at, placeOf(0), 'other');
    await token(at, placeOf(1), '5E6F-7081');
    expect(await proofs(at, volumes).prove(question('volume'))).toHaveProperty('given');
  });

  const WRONG: readonly (readonly [
    title: string,
    detail: string,
    spoil: (at: Office, place: string) => Promise<void> | void,
  ])[] = [
    ['copied to another stick', 'other-volume', (at, place) => token(at, place, 'the other')],
    ['too old', 'token-expired', (at, place) => token(at, place, '1A2B-3C4D', { days: -1 })],
    [
      'changed by a byte',
      'bad-signature',
      async (at, place) => {
        await token(at, place, '1A2B-3C4D');
        const file = path.join(place, TOKEN_FILE);
        writeFileSync(file, readFileSync(file, 'utf8').replace('carl', 'dora'));
      },
    ],
    [
      'signed by a person who is no administrator',
      'unknown-signer',
      (at, place) => token(at, place, '1A2B-3C4D', { key: 'b' }),
    ],
    [
      'signed by a stranger',
      'unknown-signer',
      (at, place) => token(at, place, '1A2B-3C4D', { key: 'x' }),
    ],
    [
      'signed for something else',
      'wrong-namespace',
      (at, place) => token(at, place, '1A2B-3C4D', { namespace: 'clean-exit-proof' }),
    ],
    [
      'without a signature',
      'not-a-signature',
      async (at, place) => {
        await token(at, place, '1A2B-3C4D');
        rmSync(path.join(place, TOKEN_SIGNATURE));
      },
    ],
    ['no token', 'no-token', (_at, place) => writeFileSync(path.join(place, TOKEN_FILE), '{}')],
    [
      'a link to a file elsewhere',
      'no-token',
      (_at, place) => symlinkSync('/etc/hostname', path.join(place, TOKEN_FILE)),
    ],
  ];

  it.each(WRONG)('that is %s proves nothing: %s', async (_title, detail, spoil) => {
    const at = office();
    const { volumes, placeOf } = sticks('1A2B-3C4D');
    await spoil(at, placeOf(0));
    expect(await proofs(at, volumes).prove(question('volume'))).toEqual({
      refused: { kind: 'volume', why: 'wrong', detail },
    });
  });

  it('that is not there is not available', async () => {
    const at = office();
    const { volumes } = sticks('1A2B-3C4D');
    expect(await proofs(at, volumes).prove(question('volume'))).toEqual({
      refused: { kind: 'volume', why: 'not-available', detail: 'no-volume' },
    });
  });

  it('is written over a link without following it', async () => {
    const at = office();
    const { placeOf } = sticks('1A2B-3C4D');
    const elsewhere = path.join(folder(), 'mine');
    writeFileSync(elsewhere, 'mine');
    symlinkSync(elsewhere, path.join(placeOf(0), TOKEN_FILE));
    await token(at, placeOf(0), '1A2B-3C4D');
    expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
  });
});

describe('the volumes of other systems', () => {
  it('are read from what diskutil says', async () => {
    const top = folder();
    mkdirSync(path.join(top, 'STICK'));
    const stdout = '<key>VolumeUUID</key>\n\t<string>0A1B2C3D-0000-3333-8888-0123456789AB</string>';
    const run = async () => ({ known: true as const, value: { stdout, stderr: '', code: 0 } });
    expect(await macosVolumes(run, top).mounted()).toEqual({
      ...{ known: true },
      value: [{ place: `${top}/STICK`, id: '0A1B2C3D-0000-3333-8888-0123456789AB' }],
    });
  });

  it('are read from what Windows says, with ids as Linux writes those of FAT', async () => {
    const stdout = 'C: 9C1E22F0\r\nD: \r\nE: 1A2B3C4D\r\n';
    const run = async () => ({ known: true as const, value: { stdout, stderr: '', code: 0 } });
    expect(await windowsVolumes(run).mounted()).toEqual({
      ...{ known: true },
      value: [
        { place: 'C:\\', id: '9C1E-22F0' },
        { place: 'E:\\', id: '1A2B-3C4D' },
      ],
    });
  });
});

describe.skipIf(lacks)(`a signature of the person${lacks}`, () => {
  it('proves who signed what the plan means', async () => {
    const at = office();
    writeFileSync(path.join(at.places.ourConfig, 'signing-key'), `${at.key('b')}\n`);
    expect(await proofs(at).prove(question('signature'))).toEqual({
      given: { kind: 'signature', by: expect.stringMatching(/^bob SHA256:/) as string },
    });
  });

  it.each([
    ['no key is named', undefined, 'not-available', 'no-signing-key'],
    ['the key is not there', 'nowhere', 'not-available', 'no-signing-key'],
    ['the key may sign other things alone', 'a', 'wrong', 'unknown-signer'],
    ['nobody knows the key', 'x', 'wrong', 'unknown-signer'],
  ])('is refused where %s', async (_title, name, why, detail) => {
    const at = office();
    if (name !== undefined) {
      const file = name === 'nowhere' ? '/nowhere/key' : at.key(name);
      writeFileSync(path.join(at.places.ourConfig, 'signing-key'), file);
    }
    expect(await proofs(at).prove(question('signature'))).toEqual({
      refused: { kind: 'signature', why, detail },
    });
  });

  it('is refused where nobody says whose signatures count', async () => {
    const at = anOffice();
    writeFileSync(path.join(at.places.ourConfig, 'signing-key'), at.key('b'));
    expect(await proofs(at).prove(question('signature'))).toMatchObject({
      refused: { why: 'not-available', detail: 'no-signers' },
    });
  });

  it('by a key with a password that nobody can type is no proof, and waits for nobody', async () => {
    const at = office();
    const { execFileSync } = await import('node:child_process');
    const key = path.join(at.places.home, 'locked');
    execFileSync('/usr/bin/ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'secret', '-f', key]);
    writeFileSync(path.join(at.places.ourConfig, 'signing-key'), key);
    expect(await proofs(at).prove(question('signature'))).toMatchObject({
      refused: { why: 'not-available', detail: expect.stringMatching(/^not-signed/) as string },
    });
  });
});
