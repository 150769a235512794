import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../../shared/machine/files/list.ts';
import { MOUNT_INFO, mountPoints, otherNames } from '../../../shared/machine/files/mounts.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt, removeAt } from './tree.ts';

tidy();

const stage = () => {
  const top = folder();
  put(top, 'u/cache/a', 'u/cache/my disk/precious');
  const list = path.join(folder(), 'mountinfo');
  const escaped = path.join(top, 'u/cache/my disk').replaceAll(' ', '\\040');
  writeFileSync(
    list,
    `21 26 0:20 / /proc rw - proc proc rw\n36 26 254:0 /home/ming ${escaped} rw - ext4 /dev/vda rw\n`,
  );
  return { top, list, question: questionAt(top, ['{root}/u/cache/**']) };
};

describe('a folder that is mounted twice', () => {
  const HOME = '/home/ming';
  const TOP = '27 1 254:0 / / rw - ext4 /dev/vda rw';
  const DISK = '50 27 8:1 / /mnt/disk rw - ext4 /dev/sda1 rw';

  it.each<[string, readonly string[], string, readonly string[]]>([
    ['nothing else', [TOP, DISK], `${HOME}/mine`, []],
    ['a bound folder', [TOP, `51 27 254:0 ${HOME}/.ssh ${HOME}/mine`], `${HOME}/mine`, ['/.ssh']],
    ['in a bound folder', [TOP, `51 27 254:0 ${HOME} /mnt/h`], '/mnt/h/.ssh/keys', ['/.ssh/keys']],
    ['what is bound', [TOP, `51 27 254:0 /srv/keys ${HOME}/.ssh`], '/srv/keys/a', ['/.ssh/a']],
    ['around what is bound', [TOP, `51 27 254:0 /srv/keys ${HOME}/.ssh`], '/srv', ['/.ssh']],
    ['a second mount', [TOP, DISK, `51 27 8:1 /keys ${HOME}/.ssh`], '/mnt/disk/keys', ['/.ssh']],
    ['another file system', [TOP, DISK, `51 27 8:2 /keys ${HOME}/.ssh`], '/mnt/disk/keys', []],
    ['a neighbour', [TOP, `51 27 254:0 /srv/keys ${HOME}/.ssh`], '/srv/keys2', []],
    ['with a space', [TOP, `51 27 254:0 ${HOME}/my\\040x /mnt/h`], '/mnt/h/a', ['/my x/a']],
    [
      'below a hidden mount',
      [TOP, `51 27 254:0 ${HOME}/.ssh /mnt/h`, '52 51 8:1 / /mnt/h'],
      '/mnt/h/a',
      ['/.ssh/a'],
    ],
  ])('has its other names: %s', (_, lines, place, names) => {
    const list = path.join(folder(), 'mountinfo');
    writeFileSync(list, `${lines.join('\n')}\n`);
    expect(otherNames(list, place)).toEqual(names.map((one) => `${HOME}${one}`));
  });

  it('is not known where the list does not begin at the top', () => {
    const list = path.join(folder(), 'mountinfo');
    writeFileSync(list, `${DISK}\n`);
    expect(() => otherNames(list, '/mnt/disk/a')).toThrow('no top');
  });
});

describe('what is mounted inside a folder', () => {
  it('is read from the kernel’s list, with its escapes', () => {
    const { top, list } = stage();
    const at = (path: string) => [{ name: 'root', path }];
    const disk = path.join(top, 'u/cache/my disk');
    expect([...mountPoints(list, at(top))]).toEqual([disk]);
    expect([...mountPoints(list, at(disk))]).toEqual([disk]);
    expect([...mountPoints(list, at(`${disk}s`))]).toEqual([]);
    expect(mountPoints(MOUNT_INFO, at('/proc')).has('/proc')).toBe(true);
  });

  it('stays, although it is on the same device, and so does the folder around it', async () => {
    const { top, list, question } = stage();
    const mounts = mountPoints(list, question.terms.roots);
    const found = await listFiles({ ...question, mounts });
    expect(found.units).toMatchObject([
      { path: path.join(top, 'u/cache'), whole: false, files: 1 },
    ]);
    expect(found.listing.refusals).toMatchObject([{ code: 'other-file-system' }]);
  });

  it.each([true, false])(
    'stays when it was mounted after the look (for good: %s)',
    async (good) => {
      const { top, list, question } = stage();
      const removal = await removeAt(question, folder(), {
        permanently: good,
        question: () => ({ ...question, mounts: mountPoints(list, question.terms.roots) }),
      });
      expect(removal).toMatchObject({ files: 0, refusals: [{ code: 'changed' }] });
      expect(existsSync(path.join(top, 'u/cache/my disk/precious'))).toBe(true);
      expect(readdirSync(path.join(top, 'u'))).toEqual(['cache']);
    },
  );
});
