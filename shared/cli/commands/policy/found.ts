import { policyFiles, type FoundPolicy, type PolicyAsk } from '../../../store/policy-files.ts';
import type { SaidBy } from '../../../core/policy.ts';
import type { Context } from '../../context.ts';

/** The policy of this computer for a client, or for all; with `asManaged` as it would be with that file. */
export const policyFor = (
  { machine, clients }: Pick<Context, 'machine' | 'clients'>,
  ask: Pick<PolicyAsk, 'client' | 'asManaged'>,
): Promise<FoundPolicy> =>
  policyFiles(machine.places, {
    ...{ ...ask, distrusts: machine.distrusts },
    isOwn: (id) => clients.find((one) => one.id === id)?.origin !== 'catalogue',
  });

/** Who says a value, as JSON has it. */
export const sourceOf = (saidBy: SaidBy | undefined) => {
  const { source = 'default', file, client } = saidBy ?? {};
  return {
    source,
    ...(file === undefined ? {} : { file }),
    ...(client === undefined ? {} : { onlyFor: client }),
  } as const;
};
