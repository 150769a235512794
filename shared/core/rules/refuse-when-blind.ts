import type { Prohibition } from '../situation.ts';

/** Who cannot see the processes cannot know what is running: nothing is done (habit 2). */
export const refuseWhenBlind: Prohibition = ({ seen, client }) =>
  seen.processes.known
    ? []
    : [
        {
          code: 'blind',
          subject: client.id,
          detail: seen.processes.why.detail ?? seen.processes.why.code,
        },
      ];
