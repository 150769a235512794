import type { Client } from '../core/client.ts';
import type { Recognizer } from '../core/identify.ts';
import type { ClientId, Refusal } from '../core/model.ts';
import { refusalWhile } from '../core/rules/touch-only-when-gone.ts';
import type { ObserveContext, RunContext } from './context.ts';
import { lookAtProcesses } from './look.ts';

/** By what a client is looked at. */
export interface Looking {
  readonly context: ObserveContext & Pick<RunContext, 'holdNow'>;
  readonly client: Client;
  readonly recognize: Recognizer;
}

/**
 * Whether a client is gone at this moment, with all those with which it shares its folders, and nothing of them is
 * held by a policy; else why not.
 */
export async function mayTouch(
  { context, recognize, client }: Looking,
  shares: readonly ClientId[] = [],
): Promise<Refusal | undefined> {
  for (const id of [client.id, ...shares]) {
    const held = await context.holdNow?.(id);
    if (held) return held;
    const seen = await lookAtProcesses(context, recognize, id);
    const refusal = refusalWhile(id, seen);
    if (refusal) return refusal;
  }
  return undefined;
}
