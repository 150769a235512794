import { contextsOf } from '../engine/engine.ts';
import { engineOptions } from './engine-of.ts';
import type { ClientId } from '../core/model.ts';
import type { Deed } from '../core/proof.ts';
import type { Trigger } from '../core/trigger.ts';
import { refusedByFaults } from '../policy/refused-by-fault.ts';
import { fileFaultInWords } from '../words/file-fault-in-words.ts';
import { words } from '../words/words.ts';
import { UsageError, type Context } from './context.ts';

/** One line for each policy file that does not count as it stands: it refuses other things than what is asked. */
export async function sayPolicyNotes({ store, screen, lang, json }: Context): Promise<void> {
  const found = await store.policy();
  if (json || found.faults.length + (found.untrusted ?? []).length === 0) return;
  const { policyNotes } = await import('./print/policy-notes.ts');
  for (const line of policyNotes(found, words(lang))) screen.say(line);
}

/**
 * Says which policy file cannot be understood that might forbid this, before anybody is asked anything. Throws
 * UsageError.
 */
export async function throwPolicyFaults(
  { store, lang }: Context,
  deed: Deed,
  clients: readonly (ClientId | undefined)[] = [undefined],
  trigger: Trigger = 'person',
): Promise<void> {
  const say = words(lang);
  const { faults } = await store.policy();
  const [fault] = (clients.length === 0 ? [undefined] : clients).flatMap((client) =>
    refusedByFaults(faults, deed, { client, trigger }),
  );
  if (!fault) return;
  throw new UsageError(fileFaultInWords(fault, say), say.usage.policyFaultNext);
}

/** The same for what is about to be done: the refusal stands in the audit log, where the policy may want one. */
export async function refuseByPolicyFaults(
  context: Context,
  deed: Exclude<Deed, 'postpone'>,
  clients: readonly ClientId[],
  trigger: Trigger = 'person',
): Promise<void> {
  try {
    await throwPolicyFaults(context, deed, clients, trigger);
  } catch (error) {
    const { running } = contextsOf({ ...engineOptions(context), trigger });
    const kind = deed === 'restore' ? 'purge' : deed;
    for (const client of clients)
      await running({}, deed, { kind, client }).catch((): undefined => undefined);
    throw error;
  }
}
