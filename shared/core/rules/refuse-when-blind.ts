import type { Prohibition } from '../situation.ts';

/**
 * Who cannot see the processes cannot know what is running, and who cannot see the windows cannot hide
 * them: nothing is done (habit 2).
 */
export const refuseWhenBlind: Prohibition = ({ seen, client, request }) => {
  const needed = request.kind === 'hide' ? [seen.processes, seen.windows] : [seen.processes];
  return needed.flatMap((fact) =>
    fact.known
      ? []
      : [{ code: 'blind', subject: client.id, detail: fact.why.detail ?? fact.why.code } as const],
  );
};
