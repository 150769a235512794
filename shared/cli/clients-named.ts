import type { Client } from '../core/client.ts';
import { clientsCalled, spokenNames } from '../core/client-names.ts';
import { words } from '../words/words.ts';
import { NotDone, UsageError, type Context } from './context.ts';
import { nameIn, noSuchClient } from './resolve-clients.ts';
import { isEvery } from './typed/every.ts';
import { suggested } from './typed/suggested.ts';

/**
 * The ids of the clients that somebody names, each once; `all` for every one. A name that several have is asked about
 * at a terminal. `command` is what was typed before the names. Throws UsageError for a name that nobody has, or several.
 */
export async function clientsNamed(
  context: Context,
  said: readonly string[],
  command: string,
): Promise<readonly string[]> {
  if (said.some((one) => isEvery(one, context.clients))) return ['all'];
  const ids: string[] = [];
  for (const name of said) {
    const found = clientsCalled(context.clients, name);
    const [only, ...others] = found;
    if (!only) throw await unknownClient(context, name, command);
    ids.push(others.length === 0 ? only.id : await askWhich(context, name, found, command));
  }
  return [...new Set(ids)];
}

async function unknownClient(context: Context, name: string, command: string): Promise<UsageError> {
  const { clients, lang } = context;
  const fault = noSuchClient(context, name);
  if (fault.isAboutFiles) return fault.error;
  const { nearest } = await import('./typed/nearest.ts');
  const near = nearest(name, clients.flatMap(spokenNames));
  const ids = new Set(near.flatMap((one) => clientsCalled(clients, one).map(({ id }) => id)));
  if (ids.size === 0) return fault.error;
  const commands = [...ids].map((id) => `clean-exit ${command} ${id}`);
  return new UsageError(fault.error.message, suggested(commands, words(lang)));
}

async function askWhich(
  context: Context,
  name: string,
  found: readonly Client[],
  command: string,
): Promise<string> {
  const { screen, json, lang } = context;
  const say = words(lang).typed;
  if (!screen.canAsk || json) {
    const commands = found.map(({ id }) => `clean-exit ${command} ${id}`);
    throw new UsageError(say.several(name), suggested(commands, words(lang), true));
  }
  const { pick } = await import('./pick.ts');
  const chosen = await pick(
    context,
    say.whichOne(name),
    found.map((client) => ({
      value: client.id,
      label: `${nameIn(context, client)} (${client.id})`,
      ...(client.origin === 'catalogue' ? {} : { hint: client.origin.file }),
    })),
  );
  if (chosen === undefined) throw new NotDone();
  return chosen;
}
