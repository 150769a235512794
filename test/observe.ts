import type { Client } from '../shared/core/client.ts';
import type { Snapshot } from '../shared/core/model.ts';
import { newCarry, type Carry } from '../shared/engine/carry.ts';
import { takeSnapshot } from '../shared/engine/observe.ts';
import type { Machine } from '../shared/machine/machine.ts';
import type { Scope } from '../shared/machine/port/desktop.ts';
import { memoryIcons } from './engine/memory-store.ts';
import { replaced } from './replaced.ts';

/** Both looks of a machine as one. */
export type Observe = (clients: readonly Client[], scope: Scope) => Promise<Snapshot>;

/** One look, composed as the engine composes it; by itself it knows nothing of earlier ones. */
export const snapshotOf = (
  machine: Machine,
  clients: readonly Client[],
  scope: Scope,
  carry: Carry = newCarry(memoryIcons()),
): Promise<Snapshot> => takeSnapshot({ machine, clients, carry }, scope, carry.heldIcons.read());

/** A machine whose looks answer as this function does. */
export const seeingBy = (machine: Machine, observe: Observe): Machine =>
  replaced(machine, {
    processes: {
      observe: async (clients, { scope }) => {
        const { trayIcons, someIcons, windows, ...sight } = await observe(clients, scope);
        const some = someIcons === undefined ? {} : { someIcons };
        return { ...sight, desktop: { trayIcons, windows, ...some } };
      },
    },
  });
