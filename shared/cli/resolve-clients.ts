import type { Client } from '../core/client.ts';
import { words } from '../words/words.ts';
import { UsageError, type Context } from './context.ts';

/** The clients that were named, each once; `all` is every one. A name we do not know is an error. */
export function resolveClients(context: Context, ids: readonly string[]): readonly Client[] {
  const { clients, lang, faults } = context;
  const say = words(lang);
  const wanted = new Set(ids);
  if (wanted.has('all')) return clients;
  return [...wanted].map((id) => {
    const found = clients.find((client) => client.id === id) ?? byName(clients, id);
    if (found) return found;
    const own = faults.find((fault) => fault.file.endsWith(`/${id}.json`)) ?? faults[0];
    throw new UsageError(
      say.clients.noSuchClient(id),
      own
        ? say.usage.fileFault(own.file, own.field, own.expected)
        : id === 'practice'
          ? say.practice.next
          : say.clients.known(clients.map((client) => client.id).join(', ')),
    );
  });
}

/** By the name that we print ourselves, in either language and any case. */
const byName = (clients: readonly Client[], name: string): Client | undefined => {
  const same = (one: string): boolean => one.toLowerCase() === name.toLowerCase();
  const found = clients.filter((client) => [client.id, client.name, client.nameZh].some(same));
  return found.length === 1 ? found[0] : undefined;
};

/** A client's name in the language of the reader. */
export const nameIn = (context: Context, client: Client): string =>
  context.lang === 'zh' ? client.nameZh : client.name;
