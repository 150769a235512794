import { chmodSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readlinkSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Client } from '../../../shared/core/client.ts';
import { linuxFiles } from '../../../shared/machine/linux/files.ts';
import type { Files } from '../../../shared/machine/port/files.ts';

const fact = { source: 'test', confidence: 'high' } as const;

/** A client whose settings are a root of their own, and two places in the root of its chats. */
export const clientIn = (home: string): Client => ({
  ...{ id: 'chat', name: 'Chat', nameZh: '聊天', origin: 'catalogue' },
  editions: [
    {
      ...{ id: 'linux', platform: 'linux', roots: [], helpers: [] },
      ...{ tray: { ids: [], quitLabels: [] }, closeQuits: false, bundleIds: [] },
      ...{ windowClasses: [], files: [], never: [], notes: [], sources: [] },
      data: [
        { name: 'chats', path: `${home}/Documents/chats`, ...fact },
        { name: 'settings', path: `${home}/.chat`, ...fact },
      ],
      settings: [
        { path: '{settings}', ...fact },
        { path: '{chats}/all users/login', ...fact },
        { path: '{chats}/*/config', ...fact },
      ],
    },
  ],
});

/** The port of files in a home of its own; nobody is looked for who has a file open. */
export function filesIn(home: string): Files {
  const places = {
    ...{ home, documents: `${home}/Documents`, config: `${home}/.config`, temp: '/tmp' },
    ...{ data: `${home}/.local/share`, cache: `${home}/.cache` },
    ...{ ourConfig: `${home}/.config/clean-exit`, ourState: `${home}/.local/state/clean-exit` },
  };
  return linuxFiles({ places, uid: process.getuid?.() ?? -1, now: Date.now });
}

/** Leave that is always given. */
export const LEAVE = { mayTouch: async () => undefined } as const;

/** Lays out what a client keeps, with everything that a copy would lose. */
export function layOut(home: string, mark = ''): void {
  const write = (name: string, holds: string, mode = 0o600): string => {
    const file = path.join(home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, holds + mark, { mode });
    chmodSync(file, mode);
    return file;
  };
  const key = write('.chat/login/key', 'key', 0o400);
  write('.chat/with space & "quotes" \n line', 'odd', 0o640);
  writeFileSync(Buffer.concat([Buffer.from(`${home}/.chat/`), Buffer.from([0xc4, 0xe3])]), 'gbk');
  linkSync(key, path.join(home, '.chat/second name'));
  symlinkSync('nowhere/at all', path.join(home, '.chat/link'));
  const holes = write('.chat/holes', 'x');
  truncateSync(holes, 1_000_000);
  mkdirSync(path.join(home, '.chat/empty'), { mode: 0o711 });
  write('Documents/chats/ming/config/account.ini', 'ini');
  write('Documents/chats/all users/login/info', 'login');
  write('Documents/chats/ming/db/messages.db', 'messages');
  utimesSync(holes, 1_000_000_000.123, 1_100_000_000.456);
  utimesSync(path.join(home, '.chat/empty'), 1, 2);
  utimesSync(path.join(home, '.chat'), 3, 4);
}

/** Gives a file an extended attribute; false where the file system or the computer has none. */
export function withAttribute(file: string): boolean {
  try {
    execFileSync('setfattr', ['-n', 'user.clean-exit', '-v', 'kept', file], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Everything below a folder that a person could miss, byte for byte; dated folders of ours and our state are left out. */
export function census(folder: string): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  const walk = (at: Buffer): void => {
    for (const name of readdirSync(at, { encoding: 'buffer' })) {
      const text = name.toString('latin1');
      if (text === '.clean-exit-set-aside' || text === '.local') continue;
      const file = Buffer.concat([at, Buffer.from('/'), name]);
      const own = lstatSync(file, { bigint: true });
      const holds = own.isFile()
        ? createHash('sha256').update(readFileSync(file)).digest('hex')
        : own.isSymbolicLink()
          ? readlinkSync(file, 'buffer').toString('hex')
          : '';
      const { ino, mode, uid, nlink, blocks } = own;
      // The folders that hold what was moved were written to themselves.
      const isAbove = own.isDirectory() && /\/Documents(\/chats(\/[^/]+)?)?$/.test(file.toString());
      const time = isAbove ? '' : own.mtimeNs;
      const more = isAbove ? [mode, uid] : [ino, mode, uid, nlink, blocks, time];
      all.set(file.toString('latin1').slice(folder.length), [...more, holds].join(' '));
      if (own.isDirectory()) walk(file);
    }
  };
  walk(Buffer.from(folder));
  return all;
}
