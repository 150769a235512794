import type { Known } from '../known.ts';
import type { ClientId, Refusal } from '../model.ts';

/** Where something that a request needs cannot be seen, nothing is done (habit 2). */
export const refuseWhenBlind = (
  client: ClientId,
  needs: readonly Known<unknown>[],
): readonly Refusal[] =>
  needs.flatMap((fact) =>
    fact.known
      ? []
      : [{ code: 'blind', subject: client, detail: fact.why.detail ?? fact.why.code } as const],
  );
