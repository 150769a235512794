import path from 'node:path';
import type { Start } from './start.ts';

/** Where the program of a start lies. */
export interface Place {
  /** All that belongs to this start, and what lies elsewhere. */
  readonly base: string;
  readonly also: readonly string[];
  readonly folder: string;
  readonly file: string;
  /** How a user names it where the path is another at each start. */
  readonly pattern?: string;
}

interface Room {
  readonly id: string;
  readonly home: string;
  /** Outside of the home. */
  readonly top: string;
  readonly n: number;
  /** Of a script. */
  readonly ending: string;
}

const NAMES = {
  telegram: { shown: 'Telegram', packaged: 'telegram-desktop', mount: 'Telegr' },
  wechat: { shown: 'wechat', packaged: 'wechat', mount: 'WeChat' },
} as const;

export function layOut({ client, place }: Start, { id, home, top, n, ending }: Room): Place {
  const names =
    client === 'telegram' || client === 'wechat'
      ? NAMES[client]
      : { shown: id, packaged: id, mount: 'Orachat'.slice(0, 6) };
  const { shown, packaged, mount } = names;
  const base = path.join(home, `n${n}`);
  const at = (folder: string, file: string, more: Partial<Place> = {}): Place => ({
    ...{ base, also: [], folder: path.join(base, folder), file: file + ending },
    ...more,
  });
  switch (place) {
    case 'disk': {
      const disk = path.join(top, `disk${n}`);
      return at('', shown, { also: [disk], folder: path.join(disk, shown) });
    }
    case 'local-bin':
      return at('.local/bin', packaged);
    case 'named-deleted':
      return at(`apps/${shown}`, `${shown} (deleted)`);
    case 'appimage': {
      const mounted = `/tmp/.mount_${mount}${String(n).padStart(6, 'x')}`;
      const folder = client === 'wechat' ? 'opt/wechat' : 'usr/bin';
      return at('', packaged, {
        also: [mounted],
        folder: path.join(mounted, folder),
        pattern: `/tmp/.mount_${mount}*/${folder}/${packaged}${ending}`,
      });
    }
    case 'nix': {
      const bin = `nix/store/${'0a1b'.repeat(8)}-${packaged}-1.2/bin`;
      return at(bin, `.${packaged}-wrapped`, {
        pattern: path.join(
          base,
          `nix/store/*/bin/${ending ? `.${packaged}-wrapped` : packaged}${ending}`,
        ),
      });
    }
    case 'known':
    case 'renamed':
    case 'set-aside':
    case 'hard-link':
    case 'moved':
    case 'deleted':
      return at(`apps/${shown}`, shown);
  }
}
