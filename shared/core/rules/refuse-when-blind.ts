import type { DenyRule } from '../plan-input.ts';
import { refusalForDoubts } from './what-is-not-recognised-is-not-gone.ts';

/**
 * Who cannot see the processes cannot know what is running, and who cannot see the windows cannot hide
 * them: nothing is done (habit 2). Files are left alone as well while a program runs that may be the client.
 */
export const refuseWhenBlind: DenyRule = ({ seen, client, request }) => {
  const needed = request.kind === 'hide' ? [seen.processes, seen.windows] : [seen.processes];
  const doubted = request.kind === 'purge' ? refusalForDoubts(seen) : undefined;
  const blind = needed.flatMap((fact) =>
    fact.known
      ? []
      : [{ code: 'blind', subject: client.id, detail: fact.why.detail ?? fact.why.code } as const],
  );
  return [...blind, ...(doubted ? [doubted] : [])];
};
