import { openOrders, type Orders } from '../../../engine/order/orders.ts';
import { readJson } from '../../../store/json-file.ts';
import type { Approval, Order } from '../../../core/order/order.ts';
import { fileFaultInWords } from '../../../words/file-fault-in-words.ts';
import { words } from '../../../words/words.ts';
import { codesOf } from '../../codes-of.ts';
import { UsageError, type Context } from '../../context.ts';

/** The orders of the command line. */
export const ordersOf = ({ machine, store }: Context): Orders =>
  openOrders({ ...{ machine, store, surface: 'command line' }, codes: codesOf({ machine }) });

/** An order of a file. Throws UsageError where it is none. */
export const readOrder = (context: Context, file: string): Promise<Order> =>
  read(context, file, async () => (await import('../../../schema/order.ts')).orderSchema);

/** An approval of a file. Throws UsageError where it is none. */
export const readApproval = (context: Context, file: string): Promise<Approval> =>
  read(context, file, async () => (await import('../../../schema/approval.ts')).approvalSchema);

async function read<T>(
  { lang }: Context,
  file: string,
  schema: Parameters<typeof readJson<T>>[1],
): Promise<T> {
  const found = await readJson(file, schema);
  if ('value' in found) return found.value;
  const say = words(lang);
  const [first] = found.faults;
  throw new UsageError(first ? fileFaultInWords(first, say) : file, say.order.notAnOrderNext);
}
