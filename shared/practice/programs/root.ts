import { appName, languageOf, question } from '../labels.ts';
import { homeAt } from '../home.ts';
import { NATURES } from '../behaviour.ts';
import { startHelpers } from './start-helpers.ts';
import { showIcon, type Icon } from './icon.ts';
import { openJournal } from './journal.ts';
import type { Orders } from './orders.ts';
import { callMyself, live, sayReady } from './ready.ts';

/** The root, `practice`: helpers, lock, journals and an icon; then it lives until it is asked. */
export async function root(orders: Orders): Promise<void> {
  const { whenAsked, flushMs } = NATURES[orders.temper].root;
  const language = languageOf(orders.lang ?? '');
  let quit = (): void => process.exit(0);
  process.on('SIGTERM', () => quit());
  callMyself('practice');
  live();
  const journal = openJournal(homeAt(orders.home).data);
  const helpers = await startHelpers(orders);
  let icon: Icon | undefined;

  const leave = (): void => {
    quit = () => {}; // It is leaving already.
    helpers.letGo();
    setTimeout(() => {
      try {
        journal.merge();
      } finally {
        process.exit(0);
      }
    }, orders.flushMs ?? flushMs);
  };
  const askBack = (): void => icon?.ask(question(language));
  quit = { leaves: leave, stays: () => {}, 'asks-back': askBack }[whenAsked];

  let noIcon: string | undefined;
  try {
    if (orders.bus !== undefined)
      icon = await showIcon(orders.bus, appName(language), language, () => quit());
  } catch (error) {
    noIcon = `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
  sayReady({ pid: process.pid, helpers: helpers.pids, ...(noIcon ? { noIcon } : {}) });
}
