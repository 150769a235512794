import type { ClientId, Refusal } from '../core/model.ts';
import { forbiddenBy } from '../core/policy.ts';
import { holds } from '../core/rules/remove-nothing-under-hold.ts';
import type { FoundPolicy } from '../store/policy-files.ts';

/** A hold of this moment: it stops also what began before it. A file that everything waits for may hold as well. */
export function holdOf(
  { policy, origin, faults }: FoundPolicy,
  client: ClientId,
): Refusal | undefined {
  const unread = faults.find(({ refuses }) => refuses === undefined);
  if (unread) return { code: 'hold', subject: client, detail: unread.file };
  return holds(policy)
    ? { code: 'hold', subject: client, ...forbiddenBy(origin, 'hold') }
    : undefined;
}
