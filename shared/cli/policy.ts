import { text } from '../core/explain.ts';
import type { Policy } from '../core/model.ts';
import { policyFiles } from '../store/policy-files.ts';
import { UsageError, type Context } from './context.ts';

/** What is allowed here. Where a policy file cannot be understood nobody knows, and nothing is done. */
export async function policyOf({ machine, lang }: Context): Promise<Policy> {
  const { policy, faults } = await policyFiles(machine.places);
  const [fault] = faults;
  if (!fault) return policy;
  throw new UsageError(
    text(lang, 'fileFault', fault.file, fault.field || 'policy', fault.expected),
    text(lang, 'policyFaultNext'),
  );
}
