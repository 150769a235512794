import type { Client } from '../core/client.ts';
import type { StatusLine } from '../core/receipt.ts';
import { clientsCalled } from '../core/client-names.ts';
import { fileFaultInWords } from '../words/file-fault-in-words.ts';
import { words } from '../words/words.ts';
import { UsageError, type Context } from './context.ts';

/** The clients that were named, each once; `all` is every one. A name that no client has, or several, is an error. */
export function resolveClients(context: Context, ids: readonly string[]): readonly Client[] {
  const { clients, lang } = context;
  const wanted = new Set(ids);
  if (wanted.has('all')) return clients;
  const found = [...wanted].map((id) => {
    const [only, ...others] = clientsCalled(clients, id);
    if (!only) throw noSuchClient(context, id).error;
    if (others.length === 0) return only;
    const say = words(lang).typed;
    const all = [only, ...others].map((one) => one.id).join(', ');
    throw new UsageError(say.several(id), say.severalNext(all));
  });
  return [...new Set(found)];
}

/** What is said of a name that no client has; `isAboutFiles`: a file of the user, or the practice client, is why. */
export function noSuchClient(
  { clients, faults, lang }: Context,
  name: string,
): { readonly error: UsageError; readonly isAboutFiles: boolean } {
  const say = words(lang);
  const own = faults.find((fault) => fault.file.endsWith(`/${name}.json`)) ?? faults[0];
  const isPractice = name === 'practice';
  const next = own
    ? fileFaultInWords(own, say)
    : isPractice
      ? say.practice.next
      : say.clients.known(clients.map((client) => client.id).join(', '));
  const error = new UsageError(say.clients.noSuchClient(name), next);
  return { error, isAboutFiles: own !== undefined || isPractice };
}

/** A client's name in the language of the reader. */
export const nameIn = (context: Context, client: Client): string =>
  context.lang === 'zh' ? client.nameZh : client.name;

/** What stands for an id on a screen: in Chinese the client's name, in English the id, which a person can type. */
export function idIn(context: Context, id: string): string {
  const client = context.clients.find((one) => one.id === id);
  return client && context.lang === 'zh' ? nameIn(context, client) : id;
}

/** Lines for people, with the names of their language; JSON has the lines as they are. */
export const linesIn = (context: Context, lines: readonly StatusLine[]): readonly StatusLine[] =>
  context.lang === 'en'
    ? lines
    : lines.map((line) => {
        const client = context.clients.find(({ id }) => id === line.client);
        return client ? { ...line, name: nameIn(context, client) } : line;
      });
