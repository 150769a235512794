import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../core/client.ts';
import type { Places } from '../core/paths.ts';
import { isGone } from './files/fault.ts';

/** What is wrong with a client file: where, and what was expected there. */
export interface FileFault {
  readonly file: string;
  /** `editions.0.roots.0.exe`; empty for the file as a whole. */
  readonly field: string;
  readonly expected: string;
}

export interface UserClients {
  readonly clients: readonly Client[];
  readonly faults: readonly FileFault[];
}

/** The clients that the user described in the config folder; a wrong file leaves the others working. */
export async function userClients(
  places: Places,
  taken: ReadonlySet<string>,
): Promise<UserClients> {
  const folder = path.join(places.ourConfig, 'clients');
  const clients: Client[] = [];
  const faults: FileFault[] = [];
  const ids = new Set(taken);
  for (const file of filesIn(folder)) {
    const read = await readClient(file);
    if (!('client' in read)) faults.push(...read.faults);
    else if (ids.has(read.client.id))
      faults.push({ file, field: 'id', expected: `another id: "${read.client.id}" is taken` });
    else {
      ids.add(read.client.id);
      clients.push(read.client);
    }
  }
  return { clients, faults };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => path.join(folder, name));
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

async function readClient(
  file: string,
): Promise<{ readonly client: Client } | { readonly faults: readonly FileFault[] }> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const expected = `JSON (${error instanceof Error ? error.message : String(error)})`;
    return { faults: [{ file, field: '', expected }] };
  }
  const { clientOf, clientSchema } = await import('../schema/client.ts');
  const parsed = clientSchema.safeParse(value);
  if (parsed.success) return { client: clientOf(parsed.data, file) };
  return {
    faults: parsed.error.issues.map((issue) => ({
      file,
      field: issue.path.join('.'),
      expected: issue.message,
    })),
  };
}
