import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { linuxFiles } from '../../shared/machine/linux/files.ts';
import { clientAt, put } from '../machine/files/tree.ts';
import { folder, tidy } from '../machine/linux/actors.ts';
import { bound, disk, needsDisks, tidyDisks } from './disk.ts';

tidyDisks();
tidy();

const TELEGRAM = '.local/share/TelegramDesktop';
const missing = needsDisks();

describe.skipIf(missing)(
  `a client file over a bound folder${missing ? `: ${missing}` : ''}`,
  () => {
    it.each([
      ['keys', '.ssh', 'keys/id', ''],
      ['a folder among keys', '.ssh/keys', 'old/id', ''],
      ['keys, from further up', '', '.ssh/keys/id', '.ssh'],
      ['another client', TELEGRAM, 'tdata/A7FDF864FBC10B77/maps', ''],
      ['a folder of another client', `${TELEGRAM}/tdata`, 'A7FDF864FBC10B77/maps', ''],
      ['a folder around another client', '.local', 'share/TelegramDesktop/tdata/a', 'share'],
    ])('erases nothing of %s', async (_, source, file, below) => {
      const { left, refusals } = await purge(source, file, below);
      expect(left).toBe(true);
      expect(refusals).toEqual(['outside-root']);
    });

    it('erases what is its own on a disk that is also mounted right below the top', async () => {
      const top = disk('size=1m', '/');
      put(top, 'room/a');
      const place = path.join(folder(), 'ming/irc');
      mkdirSync(place, { recursive: true });
      const done = await purgeAt(path.dirname(place), bound(top, place));
      expect(done).toEqual([]);
      expect(existsSync(path.join(top, 'room/a'))).toBe(false);
    });

    it('erases what is its own', async () => {
      expect(await purge('irc', 'room/a', '')).toEqual({ left: false, refusals: [] });
    });
  },
);

async function purge(source: string, file: string, below: string) {
  const home = path.join(folder(), 'ming');
  mkdirSync(home);
  put(path.join(home, source), file);
  const place = path.join(bound(path.join(home, source)), below);
  const refusals = await purgeAt(home, place);
  return { left: existsSync(path.join(home, source, file)), refusals };
}

async function purgeAt(home: string, place: string): Promise<readonly string[]> {
  const places = {
    ...{ home, documents: `${home}/Documents`, config: `${home}/.config` },
    ...{ data: `${home}/.local/share`, cache: `${home}/.cache`, temp: `${home}/tmp` },
    ...{ ourConfig: `${home}/.config/clean-exit`, ourState: `${home}/.local/state/clean-exit` },
  };
  const machine = linuxFiles({ places, uid: process.getuid?.() ?? -1, now: Date.now });
  const client = { ...clientAt(place, ['{root}/**']), origin: { file: 'mine.json' } };
  const listed = await machine.list(client, { tiers: ['cache'] });
  if (!listed.known) throw new Error(listed.why.detail);
  await listed.value.remove({ permanently: true, mayTouch: async () => undefined });
  return listed.value.listing.refusals.map(({ code }) => code);
}
