import type { Client } from '@shared/core/client.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { fileFaultInWords } from '@shared/words/file-fault-in-words.ts';
import { certainPlaces } from '@shared/core/recognition/certain-places.ts';
import type { Policy, Request, RequestKind } from '@shared/core/model.ts';
import type { ProofKind } from '@shared/core/proof.ts';
import type { Agreement, Receipt } from '@shared/core/receipt.ts';
import {
  openEngine,
  type CodeChecker,
  type Engine,
  type Question,
  type RequestUi,
} from '@shared/engine/engine.ts';
import type { Machine } from '@shared/machine/machine.ts';
import { settlePlace, type Settling } from '@shared/store/settle-place.ts';
import { summarize } from '@shared/engine/summary.ts';
import { openStore } from '@shared/store/store.ts';
import type { FileFault } from '@shared/store/user-clients.ts';
import { Fault } from './fault.ts';
import { ask } from '../show/ask.ts';
import { isInBackground } from '../show/voice.ts';
import { thisMachine } from '../machine.ts';
import { settings, type Settings } from './settings.ts';

/** This computer, the clients that may be on it, and what the person chose. */
export interface Computer {
  readonly machine: Machine;
  readonly engine: Engine;
  readonly clients: readonly Client[];
  /** What is wrong with client files: a client may be there that nobody looks for. */
  readonly faults: readonly FileFault[];
  readonly settings: Settings;
  /** Remembers what the program at a place is: from the next look on it counts. Throws Fault. */
  readonly settle: (settling: Settling, place: string) => Promise<void>;
  /** Notes in the audit log what a request for all clients came to, where the policy wants one. */
  readonly sumUp: (
    kind: RequestKind,
    receipts: readonly Receipt[],
    more: { readonly batch?: string; readonly looked?: readonly string[] },
  ) => ReturnType<typeof summarize>;
}

/** What checks one-time codes on a machine; one bundle alone carries it. */
export type CodesOf = (machine: Machine) => CodeChecker;

/** Whoever opens it lets the machine leave at the end. */
export async function openComputer(codesOf?: CodesOf): Promise<Computer> {
  const machine: Machine = thisMachine();
  const chosen = settings();
  const { policy, clientsFolder } = chosen;
  const store = openStore({
    ...{ places: machine.places, settings: policy, clientsFolder },
    distrusts: machine.distrusts,
  });
  const opening = {
    ...{ machine, store, surface: 'Raycast' },
    ...(codesOf ? { codes: codesOf(machine) } : {}),
  };
  const engine = openEngine(opening);
  let catalogue = await engine.catalogue();
  return {
    machine,
    engine,
    get clients() {
      return catalogue.clients;
    },
    faults: [...catalogue.faults, ...catalogue.placeFaults],
    settings: chosen,
    sumUp: (...all) => summarize(opening, ...all),
    settle: async (settling, place) => {
      const came = await settlePlace(machine.places, place, settling, {
        certainAs: certainPlaces(catalogue.clients, machine.platform, machine.places),
      });
      if (!came.done) throw new Fault('Not Remembered', `${place}: ${WHY_NOT[came.why]}`);
      catalogue = await engine.catalogue();
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
export async function atComputer<T>(
  work: (computer: Computer) => Promise<T>,
  codesOf?: CodesOf,
): Promise<T> {
  const computer = await openComputer(codesOf);
  try {
    return await work(computer);
  } finally {
    await computer.machine.leave();
  }
}

/** What is allowed now. Where a policy file cannot be understood that might forbid what is asked, nothing is done. */
export async function policyNow({ engine }: Computer, asked?: Request): Promise<Policy> {
  const { policy, faults } = await engine.policy(asked);
  const fault = faults.find(
    ({ refuses }) => refuses === undefined || (asked && refuses.includes(asked.kind)),
  );
  if (!fault) return policy;
  throw new Fault(
    'A Policy File Cannot Be Understood',
    `Nothing is done until this file is fixed: ${fileFaultInWords(fault, en)}`,
  );
}

/** What a request is carried out with: the yes to force, and the code that the person typed for it. */
export interface Carrying extends Pick<RequestUi, 'onProgress' | 'signal' | 'shared' | 'batch'> {
  readonly agreed?: Agreement;
  readonly code?: string;
}

/** Carries out one request by the policy of this moment, and keeps the receipt. */
export async function request(
  computer: Computer,
  asked: Request,
  { agreed = 'option', code, ...more }: Carrying = {},
): Promise<Receipt> {
  await policyNow(computer, asked);
  // The dialog before, or the setting that switched it off, was the confirmation.
  const satisfy = async (question: Question) => {
    if (question.kind === 'confirm-force') return agreed;
    if (question.kind !== 'proof' || isInBackground()) return undefined;
    if (question.proof === 'code') return code === undefined ? undefined : { code };
    return question.proof === 'confirm' ? confirmed(question.client, agreed) : undefined;
  };
  const asks: readonly ProofKind[] = isInBackground()
    ? []
    : ['confirm', ...(code === undefined ? [] : (['code'] as const))];
  return computer.engine.run(asked, { ...more, satisfy, asks });
}

/** What the policy wants a yes for, where none was given yet. */
const confirmed = async ({ name }: Client, agreed: Agreement): Promise<Agreement | false> =>
  agreed === 'option'
    ? (await ask(`Go On With ${name}?`, 'The policy demands a confirmation.', 'Go On')) &&
      'question'
    : agreed;

export const nameOf = ({ clients }: Pick<Computer, 'clients'>, id: string): string =>
  clients.find((client) => client.id === id)?.name ?? id;
