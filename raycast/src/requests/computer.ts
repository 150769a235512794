import { clients as catalogue } from '@shared/clients/index.ts';
import type { Client } from '@shared/core/client.ts';
import { text } from '@shared/core/explain.ts';
import { certainPlaces } from '@shared/core/recognition/certain-places.ts';
import type { Policy, Request } from '@shared/core/model.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { runRequest, type RequestContext } from '@shared/engine/engine.ts';
import { record } from '@shared/store/record.ts';
import type { Machine } from '@shared/machine/machine.ts';
import { settledClients } from '@shared/store/settled-clients.ts';
import { settlePlace, type Settling } from '@shared/store/settle-place.ts';
import { policyFiles } from '@shared/store/policy-files.ts';
import { userClients, type FileFault } from '@shared/store/user-clients.ts';
import { Fault } from './fault.ts';
import { thisMachine } from '../machine.ts';
import { settings, type Settings } from './settings.ts';

/** This computer, the clients that may be on it, and what the person chose. */
export interface Computer {
  readonly machine: Machine;
  readonly clients: readonly Client[];
  /** What is wrong with client files: a client may be there that nobody looks for. */
  readonly faults: readonly FileFault[];
  readonly settings: Settings;
  /** Remembers what the program at a place is: from the next look on it counts. Throws Fault. */
  readonly settle: (settling: Settling, place: string) => Promise<void>;
}

/** Whoever opens it lets the machine leave at the end. */
export async function openComputer(): Promise<Computer> {
  const machine: Machine = thisMachine();
  const chosen = settings();
  const taken = new Set(catalogue.map(({ id }) => id));
  const own = await userClients(machine.places, taken, chosen.clientsFolder);
  const all = [...catalogue, ...own.clients];
  const settled = await settledClients(all, machine.places, chosen.policy);
  let { clients } = settled;
  return {
    machine,
    get clients() {
      return clients;
    },
    faults: [...own.faults, ...settled.faults],
    settings: chosen,
    settle: async (settling, place) => {
      const came = await settlePlace(machine.places, place, settling, {
        certainAs: certainPlaces(all, machine.platform, machine.places),
      });
      if (!came.done) throw new Fault('Not Remembered', `${place}: ${WHY_NOT[came.why]}`);
      ({ clients } = await settledClients(all, machine.places, chosen.policy));
    },
  };
}

const WHY_NOT = {
  unreadable: 'places.json cannot be understood.',
  managed: 'your administrator settled what it is.',
  'runs-others': 'it runs other programs, so it cannot be one client.',
  'not-settled': 'nothing was settled about it.',
  folder: 'it is a folder.',
  confirmed: 'it was confirmed as a client before.',
  certain: 'it is a known place of a client.',
} as const;

/** Works at this computer, and leaves nothing open behind. */
export async function atComputer<T>(work: (computer: Computer) => Promise<T>): Promise<T> {
  const computer = await openComputer();
  try {
    return await work(computer);
  } finally {
    await computer.machine.leave();
  }
}

/** What is allowed now. Where a policy file cannot be understood nobody knows, and nothing is done. */
export async function policyNow({ machine, settings }: Computer): Promise<Policy> {
  const { policy, faults } = await policyFiles(machine.places, settings.policy);
  const [fault] = faults;
  if (!fault) return policy;
  throw new Fault(
    'A Policy File Cannot Be Understood',
    `Nothing is done until then. Mend ${text('en', 'fileFault', fault.file, fault.field || 'policy', fault.expected)}`,
  );
}

export const roomOf = ({ machine, clients }: Computer): RequestContext => ({
  machine,
  clients,
  lang: 'en',
  surface: 'Raycast',
  record: (receipt) => record(machine.places, receipt),
});

/** Carries out one request by the policy of this moment, and keeps the receipt. */
export const request = async (
  computer: Computer,
  asked: Request,
  more: Pick<RequestContext, 'onProgress' | 'cancelled'> = {},
): Promise<Receipt> =>
  runRequest({ ...roomOf(computer), ...more }, asked, await policyNow(computer));

export const nameOf = ({ clients }: Pick<Computer, 'clients'>, id: string): string =>
  clients.find((client) => client.id === id)?.name ?? id;
