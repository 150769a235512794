import type { Processes } from '../machine/port/processes.ts';
import type { Context } from './context.ts';

/** An administrator's business is every user's client; a plain account's is its own. */
export const everyUser = (
  { machine }: Pick<Context, 'machine'>,
  options: { readonly everyUser?: boolean },
): boolean => options.everyUser ?? machine.user.isAdministrator ?? false;

/** With a machine that says of each look, where every user's client is asked for, why others cannot be seen. */
export function forEveryUser(context: Context, options: { readonly everyUser?: boolean }): Context {
  const { machine } = context;
  const why = everyUser(context, options) ? machine.user.othersUnseen?.() : undefined;
  if (why === undefined) return context;
  const observe: Processes['observe'] = async (...asked) => ({
    ...(await machine.processes.observe(...asked)),
    othersUnseen: why,
  });
  return { ...context, machine: { ...machine, processes: { ...machine.processes, observe } } };
}
