import type { Client } from '../../shared/core/client.ts';
import type { Listing } from '../../shared/core/listing.ts';
import type { Policy, Request } from '../../shared/core/model.ts';
import type { Receipt, StatusLine } from '../../shared/core/receipt.ts';
import type { RequestUi, RunContext } from '../../shared/engine/context.ts';
import { newCarry, type Carry } from '../../shared/engine/carry.ts';
import { previewOf, type Preview, type PreviewOptions } from '../../shared/engine/preview.ts';
import { runRequest as runStages } from '../../shared/engine/run.ts';
import { statusOf } from '../../shared/engine/status.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { memoryIcons, memoryLock } from './memory-store.ts';

/** What a test runs a request with: a machine and clients, and what the person would say. */
export interface Room {
  readonly machine: Machine;
  readonly clients: readonly Client[];
  readonly surface?: string;
  readonly cancelled?: AbortSignal;
  readonly onProgress?: RequestUi['onProgress'];
  readonly onSeen?: RequestUi['onSeen'];
  readonly agree?: (client: Client, listing: Listing) => Promise<boolean>;
  readonly record?: RunContext['record'];
  readonly lock?: RunContext['lock'];
}

/** What a store and a surface bring, where it does not matter. */
export const ASKED = {
  trigger: 'person',
  program: '0.0.0',
  newId: () => 'receipt',
  digestOf: async () => 'sha256:0',
} as const;

/** The stages of the engine in a room; a confirmation of force is given. */
export function runRequest(room: Room, request: Request, policy: Policy): Promise<Receipt> {
  const { machine, clients, surface = 'test', agree } = room;
  const ui: RequestUi = {
    ...(room.onProgress ? { onProgress: room.onProgress } : {}),
    ...(room.onSeen ? { onSeen: room.onSeen } : {}),
    ...(room.cancelled ? { signal: room.cancelled } : {}),
    satisfy: async (demand) =>
      demand.kind === 'confirm-force'
        ? 'question'
        : demand.kind === 'consent'
          ? (await agree?.(demand.client, demand.listing)) && 'question'
          : 'question',
  };
  const record = room.record ?? (() => undefined);
  const lock = room.lock ?? lockOf(machine);
  const asked = { ...ASKED, surface, lock, record, ui };
  return runStages({ machine, clients, carry: carryOf(machine), policy, ...asked }, request);
}

export const preview = (
  room: Room,
  request: Request,
  policy: Policy,
  options?: PreviewOptions,
): Promise<Preview> =>
  previewOf({ ...room, carry: carryOf(room.machine), policy }, request, options);

export const status = (
  room: Room,
  ids: readonly string[],
  limit?: number,
): Promise<readonly StatusLine[]> =>
  statusOf({ ...room, carry: carryOf(room.machine) }, ids, limit);

const locks = new WeakMap<Machine, RunContext['lock']>();

/** The lock of a machine: two requests at one machine meet. */
function lockOf(machine: Machine): RunContext['lock'] {
  const found = locks.get(machine) ?? memoryLock();
  locks.set(machine, found);
  return found;
}

const carries = new WeakMap<Machine, Carry>();

/** What the looks of a machine have learned: the requests of a test are those of one engine. */
export function carryOf(machine: Machine): Carry {
  const found = carries.get(machine) ?? newCarry(memoryIcons());
  carries.set(machine, found);
  return found;
}
