import type { Client } from '../client.ts';
import type { Process } from '../model.ts';
import { namedFolder } from './electron-app.ts';
import { namesAround } from './folders.ts';
import type { Suspicion } from './name-doubts.ts';
import { isPart } from './chromium-parts.ts';
import { pathsOf } from './names-of.ts';

/**
 * Which clients an application of a shared Electron may be: those whose name, alias or package stands in its
 * path, below any name that links give it.
 */
export function appDoubts(clients: readonly Client[], process: Process): readonly Suspicion[] {
  if (isPart(process)) return [];
  const exe = process.exe.known ? process.exe.value : '';
  const apps = pathsOf(process).filter((path) => path !== exe);
  return clients.flatMap((client): readonly Suspicion[] => {
    const names = apps.flatMap((app) => namesAround(client, `${namedFolder(app)}/`, process));
    return names.length === 0
      ? []
      : [{ client, level: 'likely', because: ['script', ...new Set(names)] }];
  });
}
