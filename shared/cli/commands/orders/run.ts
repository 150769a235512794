import { isClean } from '../../../core/is-clean.ts';
import type { OrderRun } from '../../../engine/order/orders.ts';
import { refusalInWords } from '../../../words/refusal-in-words.ts';
import { words } from '../../../words/words.ts';
import type { Context, ExitCode } from '../../context.ts';
import { refuseByPolicyFaults } from '../../policy.ts';
import { liveLine } from '../../print/progress.ts';
import { receiptLines } from '../../print/receipt.ts';
import { nameIn } from '../../resolve-clients.ts';
import { satisfying, type SatisfyOptions } from '../../satisfying.ts';
import { ordersOf, readApproval, readOrder } from './orders-of.ts';

export interface RunOptions extends Pick<SatisfyOptions, 'yes' | 'codeStdin' | 'verbose'> {
  readonly approval?: readonly string[];
}

/** Carries out an order that two persons approved, and prints a receipt for each client. Throws UsageError. */
export async function runOrder(
  context: Context,
  file: string,
  options: RunOptions,
): Promise<ExitCode> {
  const { screen, json, lang, machine, cancelled } = context;
  const order = await readOrder(context, file);
  const approvals = await Promise.all(
    (options.approval ?? []).map((one) => readApproval(context, one)),
  );
  await refuseByPolicyFaults(context, order.kind, order.clients, 'order');
  const live = await liveLine(screen, lang, () => machine.clock.now(), json);
  const names = order.clients.map((id) => nameOf(context, id)).join(', ');
  const done = await ordersOf(context).run(order, approvals, {
    ...{ onProgress: live.show, signal: cancelled },
    ...satisfying(context, options, {
      ...{ kind: order.kind, names, agreed: 'option', clear: live.clear },
    }),
  });
  live.clear();
  const { receipts } = done;
  const [only] = receipts;
  if (!json) for (const line of lines(context, done, options.verbose ?? false)) screen.say(line);
  else if (only && receipts.length === 1) screen.json(only);
  else screen.json({ schema: 'clean-exit/receipts/1', receipts });
  return receipts.every(isClean) ? 0 : 1;
}

/** Of these nobody can say that the order is not used up. */
const MAY_BE_USED: ReadonlySet<string> = new Set(['order-used', 'order-not-kept']);

function lines(context: Context, { receipts, began }: OrderRun, verbose: boolean) {
  const { screen, lang } = context;
  const say = words(lang);
  const [first] = receipts;
  // What is wrong with an order is wrong for all of its clients.
  if (first && !began && first.refusals.some(({ code }) => code.startsWith('order-')))
    return [
      first.refusals.some(({ code }) => MAY_BE_USED.has(code))
        ? say.order.refusedOnly
        : say.order.refused,
      ...first.refusals.flatMap(({ code, detail = '' }) => {
        const { what, next } = refusalInWords(code, say);
        return [`  ${say.order.said(what, detail)}`, `    ${next}`];
      }),
    ];
  const each = receipts.flatMap((receipt) => {
    const name = nameOf(context, receipt.client);
    return receiptLines(receipt, name, screen, lang, verbose);
  });
  const names =
    first?.order?.approvedBy.map(({ principal }) => principal).join(say.order.and) ?? '';
  return [...each, began ? say.order.ran(names) : say.order.vetoed];
}

function nameOf(context: Context, id: string): string {
  const client = context.clients.find((one) => one.id === id);
  return client ? nameIn(context, client) : id;
}
