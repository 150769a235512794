import type { StatusLine } from '../core/receipt.ts';
import { aboutOf } from '../core/requests/index.ts';
import type { Context } from './context.ts';

/**
 * Of these clients that are not running now, those that an exit or a force exit of ours saw leave: of them we say
 * "gone", of the others "not running". Receipts that cannot be read name none.
 */
export async function leftBefore(
  { machine }: Context,
  lines: readonly StatusLine[],
): Promise<ReadonlySet<string>> {
  const gone = lines.filter(({ presence }) => presence === 'gone').map(({ client }) => client);
  if (gone.length === 0) return new Set();
  const { allReceipts } = await import('../store/all-receipts.ts');
  try {
    const exits = allReceipts(machine.places).receipts.filter(
      ({ request }) => aboutOf(request) === 'programs',
    );
    return new Set(
      gone.filter((id) => {
        const last = exits.findLast(({ client }) => client === id);
        return last?.verdict === 'gone' && last.result === 'done';
      }),
    );
  } catch {
    return new Set();
  }
}
