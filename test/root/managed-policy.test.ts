import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { distrustOf } from '../../shared/machine/files/distrust.ts';
import { policyFiles } from '../../shared/store/policy-files.ts';
import { folder, tidy } from '../machine/linux/actors.ts';
import { asRoot } from './as-root.ts';

tidy();

const ANNA = 65_533;

/** A policy at the administrator's place; `spoil` is what somebody did to it or to what lies above. */
function managed(spoil: (top: string, file: string) => string | void) {
  const top = folder();
  const place = path.join(top, 'etc/clean-exit');
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const file = path.join(place, 'policy.json');
  const says = { schema: 'clean-exit/policy/2', hold: true, times: { timeoutMs: 7 } };
  writeFileSync(file, JSON.stringify(says), { mode: 0o644 });
  return { top, place, file: spoil(top, file) ?? file };
}

asRoot('the policy of an administrator', () => {
  it.each<[what: string, spoil: Parameters<typeof managed>[0]]>([
    ['is root’s alone', () => {}],
    ['lies in a sticky folder of root', (_, file) => chmodSync(path.dirname(file), 0o1777)],
    [
      'is reached by a link of root',
      (top, file) => {
        symlinkSync(file, path.join(top, 'etc/link.json'));
        return path.join(top, 'etc/link.json');
      },
    ],
  ])('is trusted where it %s', (_, spoil) => {
    expect(distrustOf(managed(spoil).file)).toBeUndefined();
  });

  it.each<[what: string, spoil: Parameters<typeof managed>[0], code: string]>([
    ['it is another user’s', (_, file) => chownSync(file, ANNA, 0), 'other-owner'],
    ['everybody may write it', (_, file) => chmodSync(file, 0o646), 'others-write'],
    ['a group may write it', (_, file) => chmodSync(file, 0o664), 'others-write'],
    [
      'its folder is another user’s',
      (_, file) => chownSync(path.dirname(file), ANNA, 0),
      'other-owner',
    ],
    [
      'everybody may write its folder',
      (_, file) => chmodSync(path.dirname(file), 0o777),
      'others-write',
    ],
    [
      'a folder further up is open',
      (top) => chmodSync(path.join(top, 'etc'), 0o777),
      'others-write',
    ],
    [
      'it is reached by another user’s link',
      (top, file) => {
        const link = path.join(top, 'etc/link.json');
        symlinkSync(file, link);
        lchownSync(link, ANNA, 0);
        return link;
      },
      'other-owner',
    ],
    [
      'a link leads to another user’s file',
      (top) => {
        const own = path.join(top, 'anna.json');
        writeFileSync(own, '{}');
        chownSync(own, ANNA, 0);
        symlinkSync(own, path.join(top, 'etc/link.json'));
        return path.join(top, 'etc/link.json');
      },
      'other-owner',
    ],
    ['it is not there', (_, file) => `${file}.none`, 'not-known'],
  ])('is not trusted where %s', (_, spoil, code) => {
    expect(distrustOf(managed(spoil).file)).toMatchObject({ code });
  });

  const setfacl = hasSetfacl();
  it.skipIf(!setfacl)(
    `is not trusted where an access list lets somebody write it${setfacl ? '' : ': sudo apt install acl'}`,
    () => {
      const { file } = managed((_, at) => {
        execFileSync('setfacl', ['-m', `u:${ANNA}:rw`, at]);
      });
      expect(distrustOf(file)).toMatchObject({ code: 'others-write' });
    },
  );

  it('counts as a person’s own where it is not trusted: it forbids, and overrules no time', async () => {
    const { top, place, file } = managed((_, at) => chownSync(at, ANNA, 0));
    const own = path.join(top, 'own');
    mkdirSync(own);
    const mine = { schema: 'clean-exit/policy/2', hold: false, times: { timeoutMs: 9 } };
    writeFileSync(path.join(own, 'policy.json'), JSON.stringify(mine));
    const places = { home: top, ourConfig: own, ourManaged: place, ourState: top };
    const found = await policyFiles(places);
    expect(found.policy).toMatchObject({ hold: true, timeoutMs: 9 });
    expect(found.origin.hold).toEqual({ source: 'user', file });
    expect(found.untrusted).toEqual([
      { file, distrust: { code: 'other-owner', path: file, owner: String(ANNA) } },
    ]);
    chownSync(file, 0, 0);
    expect((await policyFiles(places)).policy).toMatchObject({ hold: true, timeoutMs: 7 });
  });
});

function hasSetfacl(): boolean {
  try {
    execFileSync('setfacl', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
