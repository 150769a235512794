import { fileFaultInWords } from '../words/file-fault-in-words.ts';
import { words } from '../words/words.ts';
import { UsageError, type Context } from './context.ts';

/** Says which policy file cannot be understood, before anybody is asked anything. Throws UsageError. */
export async function throwPolicyFaults({ store, lang }: Context): Promise<void> {
  const say = words(lang);
  const [fault] = (await store.policy()).faults;
  if (!fault) return;
  throw new UsageError(fileFaultInWords(fault, say), say.usage.policyFaultNext);
}
