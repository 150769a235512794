import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { macosDisk } from '../../../shared/machine/macos/disk.ts';
import type { TrashFiles } from '../../../shared/machine/files/disk.ts';
import type { Thing } from '../../../shared/machine/files/disk.ts';
import { identityOf } from '../../../shared/machine/files/unit.ts';
import { macosTrashes, NotSeenInTrash } from '../../../shared/machine/seen-in-trash.ts';
import { triedTrash } from '../../../shared/machine/tried-trash.ts';
import { until } from '../../desk/until.ts';
import { folder, tidy } from '../linux/actors.ts';
import { doubleIn, type Scenario } from './double/double.ts';
import { toldMachine } from './double/world.ts';
import { CATALOGUE } from '../../../shared/clients/index.ts';
import { put } from '../files/tree.ts';

tidy();

const UID = process.getuid?.() ?? -1;

function disk(told: Partial<Scenario> = {}, trash?: TrashFiles) {
  const home = folder();
  const { programs, run } = doubleIn(path.join(home, 'double'), { home, programs: [], ...told });
  return { ...macosDisk({ run, programs, home }, UID, trash), home };
}

/** A folder on another disk than that of the tests. */
const OTHER_DISK = ['/dev/shm', '/tmp', '/var/tmp'].find(
  (one) => existsSync(one) && lstatSync(one).dev !== lstatSync(tmpdir()).dev,
);

const thing = (file: string): Thing => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'x');
  return { file, identity: identityOf(file) ?? '' };
};

describe('the Trash of a Mac', () => {
  it('takes each thing, whatever its name, and answers for each', async () => {
    const mac = disk();
    const { home } = mac;
    const things = ['缓存 1.dat', "it's %41.dat", 'sub/缓存 1.dat'].map((name) =>
      thing(`${home}/c/${name}`),
    );
    const answers = await mac.trash(things, new Date());
    expect(answers).toEqual(
      ['缓存 1.dat', "it's %41.dat", '缓存 1 2.dat'].map((name) => ({
        trashed: true,
        to: `${home}/.Trash/${name}`,
      })),
    );
    expect(things.some(({ file }) => existsSync(file))).toBe(false);
  });

  it('leaves what another thing took the place of', async () => {
    const mac = disk();
    const { home } = mac;
    const [one, other] = [thing(`${home}/c/a`), thing(`${home}/c/b`)];
    renameSync(other.file, one.file);
    expect(await mac.trash([one], new Date())).toMatchObject([{ trashed: false, code: 'changed' }]);
    expect(existsSync(one.file)).toBe(true);
  });

  it('is not believed: what is still there was not moved, and why is told', async () => {
    const mac = disk({ trash: 'denied' });
    const { home } = mac;
    const one = thing(`${home}/c/a`);
    expect(await mac.trash([one], new Date())).toEqual([
      { trashed: false, code: 'denied', why: 'You don’t have permission.' },
    ]);
    const silent = disk({}, async () => {});
    const other = thing(`${silent.home}/c/a`);
    expect(await silent.trash([other], new Date())).toMatchObject([{ code: 'no-trash' }]);
    const broken = disk({}, () => Promise.reject(new Error('Raycast was closed')));
    expect(await broken.trash([thing(`${broken.home}/a`)], new Date())).toEqual([
      { trashed: false, code: 'no-trash', why: 'Raycast was closed' },
    ]);
  });

  it('of a surface is used where it has one, many files at a time', async () => {
    const calls: number[] = [];
    const own = disk({}, async (files) => {
      calls.push(files.length);
      mkdirSync(`${own.home}/.Trash`, { recursive: true });
      for (const file of files) renameSync(file, `${own.home}/.Trash/${path.basename(file)} 2`);
    });
    const things = Array.from({ length: 201 }, (_, n) => thing(`${own.home}/c/${n}`));
    expect((await own.trash(things, new Date())).every(({ trashed }) => trashed)).toBe(true);
    expect(calls).toEqual([200, 1]);
    expect(readdirSync(`${own.home}/c`)).toEqual([]);
  });
});

describe("a launcher's own way into the Trash", () => {
  const erasing: TrashFiles = async (files) => {
    for (const file of files) rmSync(file);
  };

  it('is not believed: what left its place and is not seen in the Trash was not moved there', async () => {
    const mac = disk({}, erasing);
    const one = thing(`${mac.home}/c/a`);
    expect(await mac.trash([one], new Date())).toEqual([
      { trashed: false, code: 'not-in-trash', why: 'not seen in the trash' },
    ]);
  });

  it('is believed of each thing that is seen there, under whatever name', async () => {
    const mac = disk({}, async ([file = '', ...rest]) => {
      mkdirSync(`${mac.home}/.Trash`, { recursive: true });
      renameSync(file, `${mac.home}/.Trash/a 14-02-11`);
      for (const one of rest) rmSync(one);
    });
    const things = ['a', 'b'].map((name) => thing(`${mac.home}/c/${name}`));
    expect(await mac.trash(things, new Date())).toMatchObject([
      { trashed: true, to: `${mac.home}/.Trash/a 14-02-11` },
      { trashed: false, code: 'not-in-trash' },
    ]);
  });

  it('is tried with an empty file first: where that does not arrive, the system takes the things', async () => {
    const home = folder();
    const { programs, run } = doubleIn(path.join(home, 'double'), { home, programs: [] });
    const asked: string[] = [];
    const trash = triedTrash(
      (files) => {
        asked.push(...files);
        return erasing(files);
      },
      `${home}/state`,
      (file) => macosTrashes(home, file, UID),
    );
    const mac = macosDisk({ run, programs, home }, UID, trash);
    const one = thing(`${home}/c/a`);
    expect(await mac.trash([one], new Date())).toEqual([{ trashed: true, to: `${home}/.Trash/a` }]);
    expect(asked).toEqual([`${home}/state/clean-exit-trash-test`]);
  });

  it('is used after the empty file arrived, and leaves nothing of the trial behind', async () => {
    const home = folder();
    const into: TrashFiles = async (files) => {
      mkdirSync(`${home}/.Trash`, { recursive: true });
      for (const file of files) renameSync(file, `${home}/.Trash/${path.basename(file)}`);
    };
    const trash = triedTrash(into, `${home}/state`, (file) => macosTrashes(home, file, UID));
    const { programs, run } = doubleIn(path.join(home, 'double'), { home, programs: [] });
    const mac = macosDisk({ run, programs, home }, UID, trash);
    const things = ['a', 'b'].map((name) => thing(`${home}/c/${name}`));
    expect((await mac.trash(things, new Date())).every(({ trashed }) => trashed)).toBe(true);
    expect(readdirSync(`${home}/.Trash`)).toEqual(['a', 'b']);
    expect(readdirSync(`${home}/state`)).toEqual([]);
  });

  it.skipIf(OTHER_DISK === undefined)(
    `is not used on a disk on which it was not tried${OTHER_DISK ? '' : ' (there is one disk only)'}`,
    async () => {
      const [home, other] = [folder(), mkdtempSync(`${OTHER_DISK}/clean-exit-test-`)];
      onTestFinished(() => rmSync(other, { recursive: true }));
      // As a disk without a trash of its own: what is thrown away there is gone.
      const trash = triedTrash(
        async (files) => {
          mkdirSync(`${home}/.Trash`, { recursive: true });
          for (const file of files)
            if (file.startsWith(other)) rmSync(file);
            else renameSync(file, `${home}/.Trash/${path.basename(file)}`);
        },
        `${home}/state`,
        (file) => macosTrashes(home, file, UID),
      );
      const things = [thing(`${home}/c/a`), thing(`${other}/c/b`)].map(({ file }) => file);
      await expect(trash(things)).rejects.toThrow(NotSeenInTrash);
      expect(things.map((file) => existsSync(file))).toEqual([true, true]);
      await trash(things.slice(0, 1));
      expect(readdirSync(`${home}/.Trash`)).toEqual(['a']);
    },
  );
});

describe('who uses a file on a Mac', () => {
  it('is told by lsof, also below a folder with a Chinese name', async () => {
    const mac = disk();
    const { home } = mac;
    const { file } = thing(`${home}/微信 文件/db.sqlite`);
    expect(await mac.holder([`${home}/微信 文件`])).toEqual({ known: true, value: undefined });
    const reader = spawn('/usr/bin/tail', ['-f', file], { stdio: 'ignore' });
    const left = once(reader, 'exit');
    try {
      const found = await until(async () => {
        const answer = await mac.holder([`${home}/微信 文件`]);
        return answer.known && answer.value;
      }, 'tail has opened it');
      expect(found).toEqual({ file, pid: reader.pid });
      expect(await mac.holder([`${home}/微信`])).toEqual({ known: true, value: undefined });
    } finally {
      reader.kill();
      await left;
    }
  });

  it('is not known where lsof says nothing: that is also how it says that it may not look', async () => {
    const mac = disk({ lsof: 'denied' });
    const { home } = mac;
    expect(await mac.holder([home])).toMatchObject({ known: false, why: { code: 'failed' } });
  });
});

describe('what is mounted on a Mac', () => {
  it('is seen by the device number of a root, and throws where that cannot be told', () => {
    const mac = disk();
    const { home } = mac;
    const root = (one: string) => ({ name: 'root', path: one });
    const other = ['/proc', '/sys', '/dev'].find(
      (one) => lstatSync(one).dev !== lstatSync('/').dev,
    );
    expect(mac.mounts([root(home), ...(other ? [root(other)] : [])])).toEqual(
      new Set(other ? [other] : []),
    );
    expect(() => mac.mounts([root(`${home}/none`)])).toThrow(/ENOENT/);
  });
});

describe('a purge on a Mac', () => {
  it('starts osascript once for 200 folders or files, and looks no longer than half of the time', async () => {
    const home = folder();
    const log = `${home}/Library/Containers/com.tencent.xinWeChat/Data/Documents/app_data/log`;
    for (let n = 0; n < 300; n++) put(log, `${n}/a.xlog`);
    for (let n = 0; n < 30; n++) put(log, `file-${n}.xlog`);
    // What stays in it keeps the folder of the logs from going as one.
    symlinkSync('/nowhere', `${log}/link`);
    const started: string[] = [];
    const told = { home, env: { HOME: home }, uid: UID };
    const machine = toldMachine(() => ({ processes: [] }), started, told);
    const listed = await machine.files.list(CATALOGUE.wechat, { tiers: ['cache'] });
    if (!listed.known) throw new Error(listed.why.detail);
    started.length = 0;
    let looks = 0;
    const slow = async (): Promise<undefined> => {
      looks++;
      await new Promise((resolve) => setTimeout(resolve, 400));
    };
    const began = performance.now();
    const removal = await listed.value.remove({ permanently: false, mayTouch: slow });
    expect([removal.files, removal.refusals.map(({ code }) => code)]).toEqual([330, ['link']]);
    expect(started.filter((one) => one.endsWith('osascript')).length).toBeLessThanOrEqual(2);
    expect(looks).toBeLessThanOrEqual(1 + (performance.now() - began) / 800);
  });
});
