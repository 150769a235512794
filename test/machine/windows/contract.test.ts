import { afterAll, describe, it } from 'vitest';
import type { Client, Edition } from '../../../shared/core/client.ts';
import type { Behaviour } from '../../../shared/practice/behaviour.ts';
import { putFiles, removeFolder, startClient } from '../../wine/client.ts';
import { startRemote, type Remote } from '../../wine/remote.ts';
import { hasWine, INSTALL } from '../../wine/wine.ts';
import { machineContract } from '../contract/contract.ts';
import { HELPERS, type Stage } from '../contract/stage.ts';

const OURS = { source: 'this test', confidence: 'high' } as const;

/** A chat client that is installed in this folder of Windows. */
const clientIn = (folder: string): Client => {
  const edition: Edition = {
    id: 'windows',
    platform: 'windows',
    roots: [{ exe: `${folder}/Chat.exe`, name: 'common', ...OURS }],
    helpers: [{ exe: `${folder}/ChatAppEx.exe`, ...OURS }],
    tray: { ids: ['chat'], quitLabels: ['Quit'] },
    closeQuits: false,
    bundleIds: [],
    windowClasses: [],
    data: [{ name: 'chat', path: `${folder}/data`, ...OURS }],
    files: [{ glob: '{chat}/cache/**', tier: 'cache', ...OURS }],
    never: [],
    notes: [],
    sources: ['this test'],
  };
  return { id: 'chat', name: 'Chat', nameZh: '聊天', origin: 'catalogue', editions: [edition] };
};

let count = 0;
const LOCAL = { LOCALAPPDATA: 'C:\\contract\\local' };
let remote: Promise<Remote> | undefined;
/** Another program of Windows, with a machine of its own. */
let second: Promise<Remote> | undefined;
afterAll(async () => {
  for (const one of [remote, second]) await (await one)?.end();
});

async function stageUnderWine(temper: Behaviour): Promise<Stage> {
  const folder = `C:/contract/${process.pid}-${++count}`;
  putFiles(`${folder}/data`, 5_000, 'cache/1', 'cache/图片/2', 'db_storage/message.db');
  const { machine } = await (remote ??= startRemote(LOCAL));
  const actor = await startClient({
    exe: `${folder}/Chat.exe`,
    helperExe: `${folder}/ChatAppEx.exe`,
    temper,
    helpers: HELPERS,
  });
  const noExplorer = 'Wine has no Explorer with a tray that could be looked at';
  return {
    machine,
    another: async () => (await (second ??= startRemote(LOCAL))).machine,
    clients: [clientIn(folder)],
    client: 'chat',
    cannot: { trayIcon: noExplorer, trayMenu: noExplorer, ghost: noExplorer },
    end: async () => {
      await actor.end();
      removeFolder(folder);
    },
  };
}

if (hasWine) machineContract('Windows, under Wine', stageUnderWine);
else describe.skip(`Windows, under Wine: ${INSTALL}`, () => it('is missing', () => {}));
