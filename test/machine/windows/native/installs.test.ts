import { describe, expect, it } from 'vitest';
import { clients } from '../../../../shared/clients/index.ts';
import { recognizer } from '../../../../shared/core/identify.ts';
import { known, unknown, type Known } from '../../../../shared/core/known.ts';
import type { Observation } from '../../../../shared/core/model.ts';
import { mayMatter } from '../../../../shared/core/recognition/may-matter.ts';
import { installedFolders } from '../../../../shared/machine/windows/installs.ts';
import { listProcesses } from '../../../../shared/machine/windows/native/processes.ts';
import { windowsPlaces } from '../../../../shared/machine/windows/places.ts';
import { ME, windowsDouble, type Program } from './double.ts';

const places = windowsPlaces({ USERPROFILE: 'C:\\Users\\a' }, 'C:/Users/a');
const said =
  (text: string) =>
  (key: string, value: string): Known<string | undefined> =>
    known(key.endsWith('Tencent\\WeChat') && value === 'InstallPath' ? text : undefined);

function seen(text: string, ...programs: readonly Program[]): Observation {
  const matters = mayMatter(clients, 'windows', places);
  const installed = installedFolders(clients, said(text));
  const processes = listProcesses(windowsDouble(programs).api, ME, matters, installed);
  const nothing = known([]);
  const sighting = { me: ME, processes, trayIcons: nothing, windows: nothing };
  const one = recognizer(clients, 'windows', places)(sighting).get('wechat');
  if (!one) throw new Error('wechat');
  return one;
}
const at = (path: string, more: Partial<Program> = {}): Program => ({
  ...{ pid: 8_000_000, name: path.slice(path.lastIndexOf('\\') + 1), path },
  ...more,
});

describe('a client in the folder of its installer', () => {
  it.each(['D:\\聊天', '"D:\\聊天\\"', 'd:/聊天/', '"D:\\聊天\\WeChat.exe",0'])(
    'is known for certain where the registry says %s',
    (text) =>
      expect(seen(text, at('D:\\聊天\\WeChat.exe')).processes).toMatchObject({
        value: [{ role: 'root', name: 'WeChat.exe' }],
      }),
  );

  it('has its helpers and its copies with it', () => {
    const root = at('D:\\聊天\\WeChat.exe');
    const copy = at('D:\\聊天\\WeChat2.exe', { pid: 8_000_004 });
    const helper = at('D:\\x\\WeChatAppEx.exe', { pid: 8_000_008, parent: root.pid });
    const { processes, doubts } = seen('D:\\聊天', root, copy, helper);
    expect(doubts).toEqual([]);
    expect(processes.known && processes.value.map(({ role }) => role).sort()).toEqual([
      ...['helper', 'root', 'root'],
    ]);
  });

  it.each(['D:\\', 'D:', 'D:\\Program Files', 'C:\\Users\\a\\Desktop', '\\\\nas\\WeChat', ''])(
    'proves nothing where the registry says %s',
    (text) => {
      const { processes, doubts } = seen(text, at('D:\\Program Files\\x\\WeChat.exe'));
      expect(processes).toEqual(known([]));
      expect(doubts).toMatchObject([{ level: 'likely' }]);
    },
  );

  it('makes nobody else’s program beside it the client’s', () => {
    const { processes, doubts } = seen(
      'D:\\聊天',
      at('D:\\聊天\\QQ.exe'),
      at('D:\\聊天\\a.exe', { pid: 9_000_000 }),
    );
    expect([processes, doubts]).toEqual([known([]), []]);
  });

  it('is only likely where the registry does not answer', () => {
    expect(installedFolders(clients, () => unknown('denied'))).toEqual([]);
  });
});
