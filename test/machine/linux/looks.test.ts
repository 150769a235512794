import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { recognizer } from '../../../shared/core/identify.ts';
import type { Doubt } from '../../../shared/core/model.ts';
import { linuxMachine } from '../../../shared/machine/linux/linux.ts';
import { companyOf } from '../../../shared/machine/linux/pe-company.ts';
import { wineFile } from '../../../shared/machine/linux/wine-file.ts';
import { startDesk, type Desk } from '../../desk/desk.ts';
import { needs, programs, titled } from '../../desk/missing.ts';
import { folder, programAt, start, tidy } from './actors.ts';
import { portable } from './portable.ts';
import { snapshotOf } from '../../observe.ts';

tidy();

/** What is in doubt about one process, as a full look shows it. */
async function doubtOf(
  id: string,
  pid: number,
  env: NodeJS.ProcessEnv,
): Promise<Doubt | undefined> {
  const home = env['HOME'] ?? '/';
  const uid = process.getuid?.() ?? 0;
  const machine = linuxMachine({ env, home, uid, now: Date.now });
  try {
    const sighting = await snapshotOf(machine, clients, { trayIcons: false, windows: true });
    const seen = recognizer(clients, 'linux', machine.places)(sighting).get(id);
    return seen?.doubts.find((one) => one.pid === pid);
  } finally {
    await machine.leave?.();
  }
}

const missing = needs('dbus', 'xvfb', 'xterm');

describe.skipIf(missing)(titled('a common name on a screen', missing), () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ screen: true });
  });
  afterAll(() => desk.end());

  it.each([
    [
      'of the client',
      ['-class', 'QQ'],
      { level: 'likely', because: ['common-name', 'window-class'] },
    ],
    ['of another program', ['-class', 'Quick'], { level: 'namesake', because: ['common-name'] }],
  ] as const)('is told by the class of its windows: %s', async (_, args, wanted) => {
    const qq = programAt(path.join(realpathSync(folder()), 'x/qq'), programs.xterm.file);
    const child = await desk.start(qq, [...args, '-e', 'sleep 600']);
    const home = folder();
    await vi.waitFor(
      async () =>
        expect(await doubtOf('qq', child.pid, { ...desk.env, HOME: home })).toMatchObject(wanted),
      { timeout: 5_000 },
    );
  });
});

describe('a common name in Wine', () => {
  it.each([
    ['its maker', 'QQ', 'Tencent', 'likely'],
    ['another maker', 'QQ', 'Quick Quiz Ltd.', 'namesake'],
    ['no maker', 'LINE', undefined, 'namesake'],
    ['its maker by a part', 'LINE', 'LINE Corporation', 'likely'],
  ] as const)('is told by who made it: %s', async (_, name, company, level) => {
    const top = realpathSync(folder());
    const drive = path.join(top, 'prefix/dosdevices/c:/Games');
    mkdirSync(drive, { recursive: true });
    writeFileSync(path.join(drive, `${name.toLowerCase()}.EXE`), portable(company));
    const { pid } = await start(programAt(path.join(top, 'bin/wine64-preloader')), ['600'], {
      argv0: `C:\\Games\\${name}.exe`,
      env: { HOME: top, WINEPREFIX: path.join(top, 'prefix') },
    });
    await vi.waitFor(async () =>
      expect((await doubtOf(name.toLowerCase(), pid, { HOME: top }))?.level).toBe(level),
    );
  });

  it('is read of a file of Linux, whatever its letters, and never of our own folder', () => {
    const top = realpathSync(folder());
    writeFileSync(path.join(top, 'qq.EXE'), portable('Tencent'));
    expect(wineFile(path.join(top, 'QQ.exe'), undefined)).toBe(path.join(top, 'qq.EXE'));
    expect(wineFile('package.json', undefined)).toBeUndefined();
  });

  it('is read of files that are whole, in few bytes', () => {
    const file = path.join(folder(), 'x.exe');
    const company = (bytes: Buffer | string): string | undefined => {
      writeFileSync(file, bytes);
      return companyOf(file);
    };
    const whole = portable('Tencent');
    expect(company(whole)).toBe('Tencent');
    for (let size = 0; size < whole.length; size += 16)
      expect([undefined, 'Tencent']).toContain(company(whole.subarray(0, size)));
    expect(company('MZ')).toBeUndefined();
    expect(companyOf(path.join(folder(), 'none'))).toBeUndefined();
  });
});
