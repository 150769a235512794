import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../core/client.ts';
import type { Places } from '../core/paths.ts';
import { codeOf } from '../machine/files/errno.ts';
import { readJson, type FileFault } from './json-file.ts';

export type { FileFault } from './json-file.ts';

export interface UserClients {
  readonly clients: readonly Client[];
  readonly faults: readonly FileFault[];
}

/**
 * The clients that the user described in the config folder, and in one more where a surface knows one, which comes
 * first. Never throws: whatever is wrong with one file, or with a folder, is told, and leaves all others working.
 */
export async function userClients(
  places: Places,
  taken: ReadonlySet<string>,
  more?: string,
): Promise<UserClients> {
  const folders = [...(more === undefined ? [] : [more]), path.join(places.ourConfig, 'clients')];
  const clients: Client[] = [];
  const found = folders.map(filesIn);
  const files = found.flatMap((one) => one.files);
  const faults: FileFault[] = found.flatMap((one) => one.faults);
  const ids = new Set(taken);
  for (const file of files) {
    const read = await readClient(file);
    if (!('client' in read)) faults.push(...read.faults);
    else if (ids.has(read.client.id))
      faults.push({
        ...{ file, field: 'id', expected: `another id: "${read.client.id}" is taken` },
        problem: { code: 'taken', detail: read.client.id },
      });
    else {
      ids.add(read.client.id);
      clients.push(read.client);
    }
  }
  return { clients, faults };
}

/** Hidden ones are not the user's: editors keep locks and copies under such names. */
function filesIn(folder: string): {
  readonly files: readonly string[];
  readonly faults: readonly FileFault[];
} {
  try {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort()
      .map((name) => path.join(folder, name));
    return { files, faults: [] };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { files: [], faults: [] };
    const detail = codeOf(error);
    const expected = `a folder that can be read (${detail})`;
    const problem = { code: 'unreadable', detail } as const;
    return { files: [], faults: [{ file: folder, field: '', expected, problem }] };
  }
}

async function readClient(
  file: string,
): Promise<{ readonly client: Client } | { readonly faults: readonly FileFault[] }> {
  const read = await readJson(file, async () => (await import('../schema/client.ts')).clientSchema);
  if ('faults' in read) return read;
  return { client: (await import('../schema/client.ts')).clientOf(read.value, file) };
}
