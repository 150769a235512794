import type { Client } from '../core/client.ts';
import { recognizer, type Recognizer } from '../core/identify.ts';
import type { Machine } from '../machine/machine.ts';

const made = new WeakMap<Machine, WeakMap<readonly Client[], Recognizer>>();

/** The recognizer of a catalogue on a machine: compiled at its first look, used for all others. */
export function recognizerOf(machine: Machine, clients: readonly Client[]): Recognizer {
  const here = made.get(machine) ?? new WeakMap<readonly Client[], Recognizer>();
  made.set(machine, here);
  const found = here.get(clients) ?? recognizer(clients, machine.platform, machine.places);
  here.set(clients, found);
  return found;
}
