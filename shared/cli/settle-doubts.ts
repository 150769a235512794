import { words } from '../words/words.ts';
import { doubtsAsked } from '../words/doubts-in-words.ts';
import type { Client } from '../core/client.ts';
import { doubtLinesOf } from '../core/receipt.ts';
import { askYesNo } from './confirm.ts';
import { engineOf } from './engine-of.ts';
import { remember } from './commands/clients/settle.ts';
import type { Context } from './context.ts';
import { nameIn } from './resolve-clients.ts';

/**
 * Asks at a terminal about each program that may be one of these clients: yes and no are remembered, Enter
 * leaves it open. Answers the context with what was settled; without a terminal the same.
 */
export async function settleDoubts(context: Context, asked: readonly Client[]): Promise<Context> {
  if (!context.screen.canAsk || context.json) return context;
  const seen = new Map((await engineOf(context).observe()).map((one) => [one.client, one.seen]));
  let isChanged = false;
  for (const client of asked) {
    const found = seen.get(client.id);
    const name = nameIn(context, client);
    for (const { place, question } of found
      ? doubtsAsked(doubtLinesOf(found), name, words(context.lang))
      : []) {
      const answer = await askYesNo(context, question);
      if (answer === undefined) continue;
      await remember(context, place, answer ? { say: 'is', client: client.id } : { say: 'is-not' });
      isChanged = true;
    }
  }
  if (!isChanged) return context;
  const { clients } = await context.store.catalogue();
  return { ...context, clients };
}
