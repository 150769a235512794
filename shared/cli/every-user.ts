import type { Context } from './context.ts';

/** An administrator's business is every user's client; a plain account's is its own. */
export const everyUser = (
  { machine }: Pick<Context, 'machine'>,
  options: { readonly everyUser?: boolean },
): boolean => options.everyUser ?? machine.isAdministrator ?? false;
