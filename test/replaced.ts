import type { Machine } from '../shared/machine/machine.ts';

/** Some functions of some services. */
export type Replacements = {
  readonly [Service in keyof Machine]?: Partial<Machine[Service]>;
};

/** A machine in which some functions of its services are replaced. */
export function replaced(machine: Machine, by: Replacements): Machine {
  const before = new Map<string, unknown>(Object.entries(machine));
  const services = Object.entries(by).map(([name, more]) => {
    const service = before.get(name);
    return [name, typeof service === 'object' ? { ...service, ...(more as object) } : more];
  });
  return { ...machine, ...(Object.fromEntries(services) as Partial<Machine>) };
}
