import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Presence, Verdict } from '../../../shared/core/model.ts';
import type { Receipt } from '../../../shared/core/receipt.ts';
import { until } from '../../desk/until.ts';
import { entering, putFiles, removeFolder, type Part } from '../../wine/client.ts';
import { receiptsAt, stage, tidyHosts } from '../../streamdeck/plugin/stage.ts';
import { cleanExit, homeOf, onWindows } from '../../wine/node.ts';
import { registry } from '../../wine/registry.ts';
import { DRIVE_C, hasWine, INSTALL } from '../../wine/wine.ts';

const USER = '韩 梅梅';
const HOME = homeOf(USER);
const LOCAL = `C:/users/${USER}/AppData/Local`;
const DISCORD: Part = { exe: `${LOCAL}/Discord/app-1/Discord.exe` };
const UNKNOWN = ['unknown', 'unknown', 'unknown'] as const;

/** What is told of one purge by `restore`. */
interface Back {
  readonly items: readonly { readonly state: string }[];
  readonly refusal?: { readonly code: string };
}

interface Evening {
  readonly what: string;
  readonly client: string;
  readonly part: Part;
  /** `InstallPath` and its like, in the registry. */
  readonly installed?: readonly [key: string, value: string, folder: string];
  /** What status, a safe exit and a force answer, one after the other; a force ends only what is certain. */
  readonly answers: readonly [Presence, Verdict, Verdict];
}

// Other test files run beside this one under the same Wine: none of them has these clients.
const EVENINGS: readonly Evening[] = [
  {
    ...{ what: 'at its known place', client: 'discord', part: DISCORD },
    answers: ['running', 'gone', 'gone'],
  },
  {
    what: 'that hears nothing',
    ...{ client: 'discord', part: { ...DISCORD, temper: 'deaf' } },
    answers: ['running', 'still-running', 'gone'],
  },
  {
    what: 'of Electron, which hears no order of Windows',
    ...{ client: 'discord', part: { ...DISCORD, windowClass: 'Chrome_WidgetWin_1' } },
    answers: ['running', 'still-running', 'gone'],
  },
  {
    what: 'in the folder of its installer, with Chinese letters',
    ...{ client: 'qq', part: { exe: 'C:/evening/企鹅/QQ.exe' } },
    installed: ['HKLM\\SOFTWARE\\WOW6432Node\\Tencent\\QQNT', 'Install', 'C:\\evening\\企鹅'],
    answers: ['running', 'gone', 'gone'],
  },
  ...(
    [
      ['in a chosen folder', 'dingtalk', 'C:/evening/钉钉/DingTalk.exe'],
      ['with a common name in a chosen folder', 'tim', 'C:/evening/聊天/TIM.exe'],
      ['in Program Files', 'line', 'C:/Program Files (x86)/LINE/bin/current/LINE.exe'],
      ['as a copy', 'feishu', 'C:/evening/Feishu - 副本.exe'],
      ['as a numbered copy', 'whatsapp', 'C:/evening/WhatsApp (2).exe'],
      ['by its Chinese name', 'feishu', 'C:/evening/飞书.exe'],
      ['in an emoji folder', 'wecom-gov', 'C:/evening/😀/WXWorkLocal.exe'],
      ['of which a helper alone is left', 'dingtalk', 'C:/evening/a/DingtalkLauncher.exe'],
    ] as const
  ).map(([what, client, exe]) => ({ what, client, part: { exe }, answers: UNKNOWN })),
  {
    what: 'of which only a relative runs',
    ...{ client: 'qq', part: { exe: 'C:/evening/QQMusic.exe' } },
    answers: ['gone', 'gone', 'gone'],
  },
];

tidyHosts();

/** All at once on one deck, so that each is another client. */
const ON_KEYS = /hears nothing|its installer|^in a chosen folder|numbered copy|Chinese name/;

const receipts = (): readonly Receipt[] =>
  receiptsAt(path.join(DRIVE_C, LOCAL.slice(3), 'clean-exit'));

/** The verdict of this request, once it has its receipt. */
const told = async (client: string, request: string): Promise<Verdict> => {
  const isIt = (one: Receipt): boolean => one.client === client && one.request === request;
  const { verdict } = await until(() => receipts().find(isIt), `${request} ${client}`, 20_000);
  return verdict;
};

describe.skipIf(!hasWine)(`an evening on Windows${hasWine ? '' : `: ${INSTALL}`}`, () => {
  const { enter, clear } = entering();
  afterEach(async () => {
    await clear();
    for (const folder of [`C:/users/${USER}`, 'C:/evening', 'C:/Program Files (x86)/LINE'])
      removeFolder(folder);
  });
  const asked = async (...args: readonly string[]): Promise<Receipt & { code: number | null }> => {
    const { code, out, err } = await cleanExit(HOME, ...args, '--json');
    if (out === '') throw new Error(err);
    return { ...(JSON.parse(out) as Receipt), code };
  };

  it.each(EVENINGS)('a client $what ($client)', async ({ client, part, installed, answers }) => {
    const actor = await enter(part);
    if (installed) await registry.put(...installed);
    try {
      const [presence, exit, force] = answers;
      const status = await cleanExit(HOME, 'status', client, '--json');
      expect(JSON.parse(status.out)).toMatchObject({ clients: [{ presence }] });
      expect(status.code).toBe(presence === 'gone' ? 0 : 1);
      const code = (verdict: Verdict): number => (verdict === 'gone' ? 0 : 1);
      const left = await asked('exit', client, '--timeout', '1');
      expect(left).toMatchObject({ verdict: exit, code: code(exit) });
      const forced = await asked('force', client, '--yes');
      expect(forced).toMatchObject({ verdict: force, code: code(force) });
      if (exit === 'unknown' || presence === 'gone')
        expect(actor.events().join()).not.toMatch(/told to leave|left/);
    } finally {
      if (installed) await registry.remove(installed[0]);
    }
  });

  it('is the same for the keys of the built plugin', async () => {
    const cache = `C:/users/${USER}/AppData/Roaming/discord/Cache/Cache_Data`;
    putFiles(cache, 4_000, '1');
    const { key } = await stage(onWindows(USER));
    const tried = EVENINGS.filter(({ what }) => ON_KEYS.test(what));
    const installs = tried.flatMap(({ installed }) => (installed ? [installed] : []));
    for (const one of installs) await registry.put(...one);
    try {
      const evening = [];
      for (const { client, part, answers } of tried)
        evening.push({
          ...{ client, answers, actor: await enter(part) },
          exit: key('safe-exit', { client }),
          ...(answers[1] === 'gone'
            ? {}
            : { force: key('force-exit', { client, confirm: false }) }),
        });
      for (const { exit, answers } of evening)
        await exit.shows(answers[0] === 'running' ? /running/ : /\?|unknown/);
      for (const { exit } of evening) exit.press();
      for (const { client, answers } of evening)
        expect(await told(client, 'exit')).toBe(answers[1]);
      for (const { force } of evening) force?.press();
      for (const { client, answers, actor } of evening) {
        if (answers[1] === 'still-running') expect(await told(client, 'force')).toBe(answers[2]);
        if (answers[1] === 'unknown')
          expect(actor.events().join()).not.toMatch(/told to leave|left/);
      }
      // Whoever is in doubt is not even offered to a force.
      expect(
        receipts()
          .map(({ client, request }) => `${request} ${client}`)
          .sort(),
      ).toEqual([...evening.map(({ client }) => `exit ${client}`), 'force discord'].sort());
      const purge = key('purge-cache', { client: 'discord', holdMs: 500 });
      await purge.shows(/kB/);
      purge.down();
      expect(await told('discord', 'purge')).toBe('gone');
      expect(existsSync(path.join(DRIVE_C, cache.slice(3), '1'))).toBe(false);
      const record = receipts().at(-1)?.removed?.record ?? '';
      expect(await cleanExit(HOME, 'restore', record)).toMatchObject({ code: 0 });
      expect(existsSync(path.join(DRIVE_C, cache.slice(3), '1'))).toBe(true);
    } finally {
      for (const [name] of installs) await registry.remove(name);
    }
  }, 120_000);

  it('hides a window, which is no exit', async () => {
    const discord = await enter(DISCORD);
    expect(await asked('hide', 'discord')).toMatchObject({ verdict: 'still-running', code: 0 });
    await discord.until('root hid');
  });

  it('purges nothing beside a program in doubt, and after it has left what was listed alone', async () => {
    const data = `C:/users/${USER}/AppData/Roaming/discord`;
    putFiles(data, 4_000, 'Cache/Cache_Data/1', 'Cache/Cache_Data/2', 'Local Storage/kept');
    const cache = path.join(DRIVE_C, data.slice(3), 'Cache/Cache_Data');
    const copy = await enter({ exe: 'C:/evening/Discord - Copy.exe' });
    const refused = await asked('purge', 'discord', '--permanently', '--yes');
    expect(refused).toMatchObject({ verdict: 'unknown', refusals: [{ code: 'blind' }], code: 1 });
    expect(existsSync(path.join(cache, '1'))).toBe(true);
    await copy.end();
    const done = await asked('purge', 'discord', '--yes');
    expect(done).toMatchObject({ verdict: 'gone', removed: { files: 2, to: 'trash' }, code: 0 });
    expect(existsSync(path.join(DRIVE_C, data.slice(3), 'Local Storage/kept'))).toBe(true);
    expect(existsSync(path.join(cache, '1'))).toBe(false);
  });

  it('puts back what a purge moved into the bin, never over anything and only while nobody runs', async () => {
    const data = `C:/users/${USER}/AppData/Roaming/discord`;
    putFiles(data, 4_000, 'Cache/Cache_Data/1', 'GPUCache/2', 'Local Storage/kept');
    const cache = path.join(DRIVE_C, data.slice(3), 'Cache/Cache_Data');
    const { removed } = await asked('purge', 'discord', '--yes');
    expect([removed?.files, existsSync(path.join(cache, '1'))]).toEqual([2, false]);
    const back = async () => {
      const said = await cleanExit(HOME, 'restore', removed?.record ?? '', '--json');
      const { purges } = JSON.parse(said.out) as { purges: readonly Back[] };
      const [{ items = [], refusal } = {}] = purges;
      return [said.code, refusal?.code ?? items.map(({ state }) => state).sort()];
    };
    const discord = await enter(DISCORD);
    expect(await back()).toEqual([1, 'client-running']);
    await discord.end();
    rmSync(path.join(cache, '../../GPUCache'), { recursive: true });
    writeFileSync(path.join(cache, '../../GPUCache'), 'of today');
    expect(await back()).toEqual([1, ['occupied', 'restored']]);
    expect(readFileSync(path.join(cache, '1'))).toHaveLength(4_000);
    expect(readFileSync(path.join(cache, '../../GPUCache'), 'utf8')).toBe('of today');
    rmSync(path.join(cache, '../../GPUCache'));
    expect(await back()).toEqual([0, ['already-back', 'restored']]);
  });
});
