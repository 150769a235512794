import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TOTP } from 'otpauth';
import type { Distrust } from '../../shared/core/distrust.ts';
import type { ProofKind } from '../../shared/core/proof.ts';
import type { PolicyFile } from '../../shared/core/policy.ts';
import type { Request } from '../../shared/core/model.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import type { Trigger } from '../../shared/core/trigger.ts';
import { openEngine, type Engine, type RequestUi } from '../../shared/engine/engine.ts';
import { openOrders } from '../../shared/engine/order/orders.ts';
import { codesIn, type Codes } from '../../shared/store/code/codes.ts';
import { openStore } from '../../shared/store/store.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { anOffice, type Office } from '../orders/an-office.ts';

/** The desk of an account whose owner tries to get round policy, proofs and orders. */
export interface Desk extends Office {
  /** What checks one-time codes. */
  readonly checker: Codes;
  /** What an administrator wrote; only a test that says so lets somebody else have written it. */
  managed(policy: object, distrust?: Distrust): void;
  /** What the owner of the account wrote. */
  own(policy: object): void;
  engine(how?: How): Engine;
  /** Asks for it with what a person at this surface would answer. */
  ask(request: Partial<Request>, ui?: RequestUi, how?: How): Promise<Receipt>;
  /** Enrols an authenticator app; what it shows at a time, in ms since 1970. */
  enrol(): Promise<(at?: number) => string>;
  /** Whether anything was asked, ended, closed, removed or moved. */
  wasTouched(): boolean;
  /** The receipts that are kept. */
  receipts(): readonly Receipt[];
  end(): void;
}

export interface How {
  readonly surface?: string;
  readonly trigger?: Trigger;
  readonly settings?: PolicyFile;
  readonly machine?: Partial<Machine>;
}

/** What a surface can ask for that asks for everything. */
export const ASKS: readonly ProofKind[] = ['confirm', 'code'];

export function aDesk(): Desk {
  const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-desk-'));
  const office = anOffice({ home });
  const places = { ...office.places, ourManaged: path.join(home, 'managed') };
  mkdirSync(places.ourManaged);
  office.world.now = Date.now();
  office.come();
  const file = { client: 'wechat', bytes: 1 } as const;
  office.world.files.push(
    { ...file, path: `${home}/.xwechat/cache/1`, tier: 'cache' },
    { ...file, path: `${home}/.xwechat/config/1`, tier: 'your-files', isSettings: true },
  );
  const machine: Machine = { ...office.machine, places };
  let distrust: Distrust | undefined;
  const checker = codesIn(places, () => office.world.now);
  const store = (settings?: PolicyFile) =>
    openStore({ places, settings, distrusts: async () => distrust });
  const write = (folder: string, policy: object): void =>
    writeFileSync(
      path.join(folder, 'policy.json'),
      JSON.stringify({ schema: 'clean-exit/policy/2', ...policy }),
    );
  const engine: Desk['engine'] = ({ surface = 'test', trigger, settings, machine: more } = {}) =>
    openEngine({
      ...{ machine: { ...machine, ...more }, store: store(settings), surface, codes: checker },
      ...(trigger ? { trigger } : {}),
    });
  return {
    ...office,
    ...{ places, machine, checker, engine },
    orders: openOrders({ machine, store: store(), surface: 'test', codes: checker }),
    managed: (policy, by) => {
      distrust = by;
      write(places.ourManaged, policy);
    },
    own: (policy) => write(places.ourConfig, policy),
    ask: (request, ui = {}, how) =>
      engine(how).run({ kind: 'force', client: 'wechat', ...request }, ui),
    enrol: async () => {
      const secret = await checker.begin('anna');
      const app = new TOTP({ secret: secret.base32 });
      const shown = (at = office.world.now): string => app.generate({ timestamp: at });
      if ((await checker.enrol(secret, shown())) !== 'kept') throw new Error('not enrolled');
      return shown;
    },
    wasTouched: () => office.world.deeds.length > 0,
    receipts: () => {
      const file = path.join(places.ourState, 'receipts-2.jsonl');
      try {
        const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
        return lines.map((line) => JSON.parse(line) as Receipt);
      } catch {
        return [];
      }
    },
    end: () => rmSync(home, { recursive: true, force: true }),
  };
}
