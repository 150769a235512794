import type { Client } from '../core/client.ts';
import { text } from '../core/explain.ts';
import { UsageError, type Context } from './context.ts';

/** The clients that were named, each once; `all` is every one. A name we do not know is an error. */
export function pick(context: Context, ids: readonly string[]): readonly Client[] {
  const { clients, lang, faults } = context;
  const wanted = new Set(ids);
  if (wanted.has('all')) return clients;
  return [...wanted].map((id) => {
    const found = clients.find((client) => client.id === id);
    if (found) return found;
    const own = faults.find((fault) => fault.file.endsWith(`/${id}.json`)) ?? faults[0];
    throw new UsageError(
      text(lang, 'noSuchClient', id),
      own
        ? text(lang, 'fileFault', own.file, own.field, own.expected)
        : text(lang, 'knownClients', clients.map((client) => client.id).join(', ')),
    );
  });
}

/** A client's name in the language of the reader. */
export const nameIn = (context: Context, client: Client): string =>
  context.lang === 'zh' ? client.nameZh : client.name;
