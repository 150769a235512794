import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { putFiles, removeFolder, startClient, type Actor } from '../../wine/client.ts';
import { onWindows } from '../../wine/node.ts';
import { DRIVE_C, hasWine, INSTALL } from '../../wine/wine.ts';
import { stage, tidyHosts } from './stage.ts';

tidyHosts();

const USER = '李 雷';
const SLACK = `C:/users/${USER}/AppData/Local/slack`;
const ROAMING = `C:/users/${USER}/AppData/Roaming/Slack`;

describe.skipIf(!hasWine)(`the plugin on Windows${hasWine ? '' : `: ${INSTALL}`}`, () => {
  const actors: Actor[] = [];
  afterEach(async () => {
    for (const actor of actors.splice(0)) await actor.end();
    removeFolder(`C:/users/${USER}`);
  });

  it('shows who runs, and makes it leave in order by one press', async () => {
    const slack = await startClient({ exe: `${SLACK}/slack.exe`, helpers: 2 });
    actors.push(slack);
    const deck = await stage(onWindows(USER));
    const key = deck.key('safe-exit', { client: 'slack' });
    await key.shows(/Slack.*(running|runs|open)/i);
    key.press();
    await key.shows(/gone/i);
    expect(slack.wroteInOrder()).toBe(true);
  }, 90_000);

  it('frees the cache by a press, and keeps what was written', async () => {
    putFiles(ROAMING, 40_000, 'Cache/1', 'Local Storage/leveldb/kept.ldb');
    const deck = await stage(onWindows(USER));
    const key = deck.key('purge-cache', { client: 'slack', holdMs: 500 });
    await key.shows(/kB|MB/);
    key.down();
    await key.shows(/in trash/);
    key.up();
    const data = path.join(DRIVE_C, ROAMING.slice(3));
    expect(existsSync(path.join(data, 'Cache/1'))).toBe(false);
    expect(existsSync(path.join(data, 'Local Storage/leveldb/kept.ldb'))).toBe(true);
  }, 90_000);
});
