import type { ClientId } from '../core/model.ts';
import type { Deed } from '../core/proof.ts';
import type { Trigger } from '../core/trigger.ts';

/** What a fault of a policy file refuses; everything where it does not say. */
interface Fault {
  readonly refuses?: readonly Deed[] | undefined;
  readonly client?: ClientId;
}

/** The faults because of which this is not done. No policy can forbid a safe exit that no person asks for. */
export const refusedByFaults = <F extends Fault>(
  faults: readonly F[],
  deed: Deed | undefined,
  { client, trigger }: { readonly client?: ClientId | undefined; readonly trigger: Trigger },
): readonly F[] =>
  deed === 'exit' && trigger !== 'person'
    ? []
    : faults.filter(
        (one) =>
          one.refuses === undefined ||
          (deed !== undefined &&
            one.refuses.includes(deed) &&
            (one.client === undefined || client === undefined || one.client === client)),
      );
