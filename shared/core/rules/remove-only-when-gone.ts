import type { DenyRule } from '../plan-input.ts';

/** Nothing is removed while a root or a helper lives: it may hold or rewrite the files (rule R6). */
export const removeOnlyWhenGone: DenyRule = ({ seen, client }) =>
  seen.processes.known && seen.processes.value.length > 0
    ? [
        {
          code: 'client-running',
          subject: client.id,
          detail: seen.processes.value
            .map((process) => `${process.name} ${process.pid}`)
            .join(', '),
        },
      ]
    : [];
