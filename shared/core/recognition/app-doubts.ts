import type { Client } from '../client.ts';
import type { Process } from '../model.ts';
import { isPart } from './chromium-parts.ts';
import { isPackaged, namedFolder } from './electron-app.ts';
import { namesAround } from './folders.ts';
import { looksLike } from './looks-like.ts';
import type { Suspicion } from './name-doubts.ts';
import { pathsOf } from './names-of.ts';

/**
 * Which clients an application of a shared Electron may be: those whose name, alias or package stands in its
 * path, below any name that links give it, or that its own package is called like. A folder of that name alone
 * is a developer's as well, and so a namesake.
 */
export function appDoubts(clients: readonly Client[], process: Process): readonly Suspicion[] {
  if (isPart(process)) return [];
  const exe = process.exe.known ? process.exe.value : '';
  const apps = pathsOf(process).filter((path) => path !== exe);
  const { isAppUnread, holds = [] } = process.traits ?? {};
  return clients.flatMap((client): readonly Suspicion[] => {
    const names = apps.flatMap((app) => namesAround(client, `${namedFolder(app)}/`, process));
    if (names.length === 0) return [];
    const more = [
      ...(isAppUnread ? (['unread'] as const) : []),
      ...(holds.includes(client.id) ? (['open-files'] as const) : []),
      ...looksLike(client, process.traits ?? {}, 'linux'),
    ];
    const isLikely = apps.some(isPackaged) || names.some((name) => name !== 'folder');
    return [
      {
        client,
        level: isLikely || more.length > 0 ? 'likely' : 'namesake',
        because: ['script', ...new Set([...names, ...more])],
      },
    ];
  });
}
