import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import type { Policy, Request } from '../../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import { preview, runRequest, status, type Room } from '../../engine/in-a-room.ts';
import { entering, putFiles, removeFolder } from '../../wine/client.ts';
import { homeOf } from '../../wine/node.ts';
import { registry } from '../../wine/registry.ts';
import { startRemote, type Remote } from '../../wine/remote.ts';
import { DRIVE_C, DRIVE_D, hasWine, INSTALL } from '../../wine/wine.ts';

const USER = '小红';
const HOME = `C:/users/${USER}`;
const PLUGIN = `${HOME}/AppData/Roaming/Tencent/WeChat/XPlugin/Plugins/RadiumWMPF/9/extracted/runtime`;
const POLICY: Policy = {
  ...DEFAULT_POLICY,
  timeoutMs: 3_000,
  graceMs: 300,
  settleMs: 100,
  purgeSettleMs: 0,
};
const KEY = 'HKCU\\Software\\Tencent\\WeChat';

/** Part of the scenarios: they share the registry and the processes of one Wine, so they run one after the other. */
export function clientsOnD(): void {
  describe.skipIf(!hasWine)(`Clients on D: under Wine${hasWine ? '' : `: ${INSTALL}`}`, () => {
    let remote: Remote;
    let room: Room;
    const { enter, clear } = entering();
    const ask = (kind: Request['kind'], client: string, more: Partial<Request> = {}) =>
      runRequest(room, { kind, client, ...more }, POLICY);
    /** Two files of the cache, in a folder of WeChat below this one, on C: or D:. */
    const put = (folder: string): string => {
      const at = path.join(
        DRIVE_C,
        '../dosdevices',
        folder.replace(/^([CD]):/, (d) => d.toLowerCase()),
      );
      const temp = `${at}/WeChat Files/wxid_1/FileStorage/Temp`;
      mkdirSync(`${at}/WeChat Files/wxid_1/Msg`, { recursive: true });
      putFiles(`C:/${path.relative(DRIVE_C, temp)}`, 3_000, '1.tmp', '2.tmp');
      return temp;
    };

    beforeAll(async () => {
      remote = await startRemote(homeOf(USER));
      room = { machine: remote.machine, clients, surface: 'test' };
    });
    afterEach(async () => {
      await clear();
      removeFolder(HOME);
      removeFolder('C:/nas');
      for (const name of readdirSync(DRIVE_D))
        rmSync(path.join(DRIVE_D, name), { recursive: true, force: true });
    });
    afterAll(async () => {
      await remote?.end();
    });

    it('neither ends the helpers of a WeChat at an unknown place, nor calls it gone, nor purges beside it', async () => {
      const wechat = await enter({
        exe: 'C:/数据/WeChat/WeChat.exe',
        helperExe: `${PLUGIN}/WeChatAppEx.exe`,
        helpers: 2,
      });
      const temp = put(`${HOME}/Documents`);
      const receipt = await ask('exit', 'wechat');
      expect(receipt.verdict).toBe('unknown');
      expect(wechat.events().join()).not.toMatch(/left|end of life/);
      const purge = await ask('purge', 'wechat', { permanently: true });
      expect(purge.verdict).toBe('unknown');
      expect(existsSync(`${temp}/1.tmp`)).toBe(true);
      removeFolder('C:/数据');
    });

    it('knows WeChat by its window, whatever its program is called', async () => {
      const wechat = await enter({ exe: 'C:/数据/a/b.exe', windowClass: 'mmui::MainWindow' });
      const receipt = await ask('exit', 'wechat');
      expect(receipt).toMatchObject({
        verdict: 'unknown',
        left: { doubts: [{ level: 'likely', because: ['window-class'] }] },
      });
      expect(wechat.events().join()).not.toMatch(/left|end of life/);
      removeFolder('C:/数据');
    });

    it('asks a WeChat to leave where its installer wrote that it is there', async () => {
      const wechat = await enter({
        exe: 'C:/数据/聊天/WeChat.exe',
        helperExe: `${PLUGIN}/WeChatAppEx.exe`,
        helpers: 2,
      });
      try {
        await registry.put(KEY, 'InstallPath', 'C:\\数据\\聊天\\');
        expect((await ask('exit', 'wechat')).verdict).toBe('gone');
        expect(wechat.wroteInOrder()).toBe(true);
      } finally {
        await registry.remove(KEY);
        removeFolder('C:/数据');
      }
    });

    it('finds what the person moved to a drive, however the client wrote that', async () => {
      put('D:');
      put('D:/my wx');
      try {
        for (const written of ['D:\\', 'D:', 'D:\\my wx', ' D:\\my wx\\ ']) {
          await registry.put(KEY, 'FileSavePath', written);
          const [line] = await status(room, ['wechat'], Infinity);
          // What stands in the way, for the reader of a failure.
          const seen = line?.bytes
            ? ''
            : await preview(room, { kind: 'purge', client: 'wechat' }, POLICY);
          expect(line?.bytes, `${written} ${JSON.stringify(seen)}`).toBeGreaterThan(5_999);
        }
        const receipt = await ask('purge', 'wechat', { permanently: true });
        expect(receipt).toMatchObject({ verdict: 'gone', removed: { files: 2 } });
      } finally {
        await registry.remove(KEY);
      }
    });

    it.each(['\\\\nas\\wx', 'Q:\\wx', '%NOBODY%\\wx', 'wx'])(
      'knows nothing of what lies at %s, and touches nothing of anybody else',
      async (written) => {
        const strangers = put('C:/nas/wx');
        try {
          await registry.put(KEY, 'FileSavePath', written);
          const [line] = await status(room, ['wechat'], Infinity);
          expect(line?.bytes ?? null).toBe(null);
          const receipt = await ask('purge', 'wechat', { permanently: true });
          expect(receipt.verdict).not.toBe('gone');
          expect(existsSync(`${strangers}/1.tmp`)).toBe(true);
        } finally {
          await registry.remove(KEY);
        }
      },
    );
  });
}
