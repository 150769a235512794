import { statSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { clients as catalogue } from '../../shared/clients/index.ts';
import type { Client } from '../../shared/core/client.ts';
import type { Policy } from '../../shared/core/model.ts';
import { codeOf } from '../../shared/machine/files/errno.ts';
import { placesFile } from '../../shared/store/places-file.ts';
import { record } from '../../shared/store/record.ts';
import { settledClients } from '../../shared/store/settled-clients.ts';
import { settlePlace } from '../../shared/store/settle-place.ts';
import { withRuntimeFolder } from '../../shared/machine/linux/session.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { policyFiles } from '../../shared/store/policy-files.ts';
import { thisEnvironment } from '../../shared/machine/environment.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { userClients } from '../../shared/store/user-clients.ts';
import type { DeckDependencies } from './deck.ts';
import type { Host } from './host.ts';

/** This computer and everything on it that the keys need; `worker` is the built file of the workers. */
export function thisComputer(
  host: Host,
  given: { readonly language: string; readonly cancelled: AbortSignal; readonly worker: string },
): DeckDependencies {
  const machine = nativeMachine(withRuntimeFolder(thisEnvironment), given.worker);
  return {
    ...given,
    host,
    machine,
    ...catalogueOf(machine, host),
    policy: async () => allowed(machine, host),
    settle: async (say, client, place) => {
      const settling = say === 'is' ? { say, client } : { say };
      const came = await settlePlace(machine.places, place, settling);
      if (!came.done) host.log(`${place} cannot be settled: ${came.why}`);
    },
    keep: (receipt) => record(machine.places, receipt),
  };
}

/** The catalogue with the user's own clients and settled places; read again when their files changed. */
function catalogueOf(machine: Machine, host: Host): Pick<DeckDependencies, 'clients' | 'unread'> {
  const folder = path.join(machine.places.ourConfig, 'clients');
  const { ourManaged, ourConfig } = machine.places;
  const placeFiles = [
    placesFile(machine.places),
    path.join(ourConfig, 'policy.json'),
    ...(ourManaged === undefined
      ? []
      : ['places.json', 'policy.json'].map((name) => path.join(ourManaged, name))),
  ];
  const taken = new Set(catalogue.map((one) => one.id));
  let seen = '';
  let list: readonly Client[] = catalogue;
  let unread = 0;
  const read = async (): Promise<readonly Client[]> => {
    const now = [signOf(folder), ...placeFiles.map(signOfFile)].join('\n');
    if (now === seen) return list;
    const { clients, faults } = await userClients(machine.places, taken);
    const settled = await settledClients([...catalogue, ...clients], machine.places);
    for (const { file, field, expected } of [...faults, ...settled.faults])
      host.log(`file ${file}: ${field} should be ${expected}`);
    unread = new Set(faults.map(({ file }) => file)).size;
    seen = now;
    return (list = settled.clients);
  };
  return { clients: read, unread: () => unread };
}

/** Changes when a client file comes, goes or is written; also one that cannot be read has its sign. */
function signOf(folder: string): string {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    return codeOf(error); // No folder is the usual case; what else is wrong with it is told when it is read.
  }
  return names.map((name) => `${name} ${signOfFile(path.join(folder, name))}`).join('\n');
}

function signOfFile(file: string): string {
  try {
    const { mtimeMs, ino, size } = statSync(file);
    return `${mtimeMs} ${ino} ${size}`;
  } catch (error) {
    return codeOf(error);
  }
}

/** Where a policy file cannot be understood nobody knows what is allowed, so nothing is. */
async function allowed(machine: Machine, host: Host): Promise<Policy | undefined> {
  const { policy, faults } = await policyFiles(machine.places);
  for (const { file, field, expected } of faults)
    host.log(`policy ${file}: ${field} should be ${expected}`);
  return faults.length > 0 ? undefined : policy;
}
