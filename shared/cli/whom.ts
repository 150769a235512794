import type { RequestKind } from '../core/model.ts';
import { aboutOf } from '../core/requests/index.ts';
import type { StatusLine } from '../core/receipt.ts';
import { calledNames } from '../core/client-names.ts';
import { cacheSizeInWords } from '../words/remaining-in-words.ts';
import { words } from '../words/words.ts';
import { clientsNamed } from './clients-named.ts';
import { NotDone, UsageError, type Context } from './context.ts';
import { engineOf } from './engine-of.ts';
import type { Choice } from './choice.ts';
import { pick } from './pick.ts';
import { sign } from './print/screen.ts';
import { nameIn } from './resolve-clients.ts';
import { isEvery } from './typed/every.ts';
import { suggested, typedSo } from './typed/suggested.ts';

/**
 * The ids of whom a request is for: those that were named, else the one that the person chooses at a terminal. Throws
 * UsageError where nobody was named and nobody can be asked, NotDone where the person chose none.
 */
export async function whom(
  context: Context,
  kind: RequestKind,
  said: readonly string[],
  { all }: { readonly all?: boolean },
): Promise<readonly string[]> {
  if (all) {
    if (said.every((one) => isEvery(one, context.clients))) return ['all'];
    const both = [['all'], said].map((names) => typedSo([kind, ...names]));
    const { typed } = words(context.lang);
    throw new UsageError(typed.allOrNames, suggested(both, words(context.lang), true));
  }
  if (said.length > 0) return clientsNamed(context, said, kind);
  const { screen, json, lang } = context;
  const say = words(lang).typed;
  if (!screen.canAsk || json)
    throw new UsageError(say.needsClient(kind), say.needsClientNext(kind));
  const chosen = await pick(context, question(context, kind), await choices(context, kind));
  if (chosen === undefined) throw new NotDone();
  screen.say(screen.paint.gray(say.asTyped(`clean-exit ${kind} ${chosen}`)));
  return [chosen];
}

const question = ({ lang }: Context, kind: RequestKind): string =>
  `${words(lang).request[kind]} · ${words(lang).typed.whichClient}`;

/** Every client with what it is doing, those that are there first; and all of them, where several are. */
async function choices(context: Context, kind: RequestKind): Promise<readonly Choice<string>[]> {
  const { clients, lang } = context;
  const say = words(lang);
  const lines = await engineOf(context).status(clients.map(({ id }) => id));
  const isFirst = (line: StatusLine): boolean =>
    line.presence !== 'gone' || (aboutOf(kind) === 'files' && line.bytes !== 0);
  const rows = clients.flatMap((client, at) => {
    const line = lines[at];
    return line ? [{ client, line }] : [];
  });
  const sorted = [
    ...rows.filter(({ line }) => isFirst(line)),
    ...rows.filter(({ line }) => !isFirst(line)),
  ];
  const there = rows.filter(({ line }) => isFirst(line)).length;
  return [
    ...sorted.map(({ client, line }) => ({
      value: client.id,
      label: `${sign(context.screen, line.presence)} ${nameIn(context, client)}`,
      hint: [
        line.presence === 'gone' ? say.receipt.notRunning : say.presence[line.presence],
        cacheSizeInWords(line, say),
      ]
        .filter(Boolean)
        .join(' · '),
      names: calledNames(client),
    })),
    ...(there > 1 ? [{ value: 'all', label: `  ${say.typed.allOfThem}`, names: ['all'] }] : []),
  ];
}
