import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { volumeProof } from '../../shared/machine/proofs/volume.ts';
import { linuxVolumes } from '../../shared/machine/volumes/linux.ts';
import { writeToken } from '../../shared/machine/volumes/write-token.ts';
import { titled } from '../desk/missing.ts';
import { anOffice, lacks, type Office } from '../orders/an-office.ts';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0).reverse()) one();
});

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' }).trim();

/** Why no stick can be made of a file here, if so. */
function needsLoops(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root, to mount a stick';
  const lost = ['/usr/sbin/losetup', '/usr/sbin/mkfs.ext4', '/usr/sbin/blkid'].find(
    (one) => !existsSync(one),
  );
  if (lost) return `needs ${lost}: sudo apt install mount e2fsprogs util-linux`;
  if (lacks) return lacks.slice(2);
  return spawnSync('/usr/sbin/losetup', ['-f']).status === 0 ? undefined : 'needs a loop device';
}

/** A file in the place of a stick, with a file system that has a UUID of its own. */
function stick(top: string, name: string): string {
  const image = path.join(top, name);
  run('/usr/bin/truncate', '-s', '8M', image);
  run('/usr/sbin/mkfs.ext4', '-q', image);
  return image;
}

/** Plugs it in, as udev and the desktop would do it; `pull` takes it out again. */
function plug(image: string, byUuid: string): { place: string; id: string; pull: () => void } {
  const device = run('/usr/sbin/losetup', '-f', '--show', image);
  const id = run('/usr/sbin/blkid', '-o', 'value', '-s', 'UUID', image);
  const place = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-stick-'));
  run('/usr/bin/mount', device, place);
  const link = path.join(byUuid, id);
  symlinkSync(device, link);
  let isIn = true;
  const pull = (): void => {
    if (!isIn) return;
    isIn = false;
    rmSync(link);
    run('/usr/bin/umount', place);
    run('/usr/sbin/losetup', '-d', device);
    rmSync(place, { recursive: true });
  };
  undo.push(pull);
  return { place, id, pull };
}

async function sign({ signing, key, world }: Office, place: string, volume: string) {
  const text = JSON.stringify({
    ...{ schema: 'clean-exit/volume-token/1', volume, principal: 'carl' },
    issued: new Date(world.now).toISOString(),
    expires: new Date(world.now + 86_400_000).toISOString(),
  });
  const namespace = 'clean-exit-volume';
  const signed = await signing.sign({ namespace, text, key: key('a') });
  if ('why' in signed) throw new Error(signed.detail);
  writeToken(place, text, signed.signature);
}

const missing = needsLoops();

describe.skipIf(missing)(titled('a real file system', missing), () => {
  it('proves by its token, a copy of the token on another proves nothing, and a clone does', async () => {
    const at = anOffice();
    at.allow(['anna', 'a']);
    const top = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-images-'));
    undo.push(() => rmSync(top, { recursive: true, force: true }));
    const byUuid = path.join(top, 'by-uuid');
    mkdirSync(byUuid);
    const prove = () =>
      volumeProof({
        ...{ volumes: linuxVolumes(byUuid), signing: at.signing, now: () => at.world.now },
      })({ kind: 'volume', reason: '', digest: '' });

    const first = stick(top, 'first');
    const one = plug(first, byUuid);
    await sign(at, one.place, one.id);
    expect(await prove()).toEqual({
      given: { kind: 'volume', by: `carl, ${one.id}, anna` },
    });

    const other = plug(stick(top, 'other'), byUuid);
    run(
      '/usr/bin/cp',
      `${one.place}/clean-exit.token`,
      `${one.place}/clean-exit.token.sig`,
      other.place,
    );
    one.pull();
    expect(await prove()).toMatchObject({ refused: { why: 'wrong', detail: 'other-volume' } });
    other.pull();

    run('/usr/bin/dd', `if=${first}`, `of=${path.join(top, 'clone')}`, 'status=none');
    plug(path.join(top, 'clone'), byUuid);
    expect(await prove()).toHaveProperty('given');
  });
});
