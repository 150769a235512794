import { known, unknown, type Known } from '../../../core/known.ts';
import type { Process } from '../../../core/model.ts';
import { identityOf } from './deeds.ts';
import { answersAt, ShapeFault, textAt, wordAt } from './shape.ts';
import { question, START_MS, type Starter } from './starter.ts';

/** The working sets of these processes, in bytes; what several share counts for each. Who left holds none. */
export async function memoryOf(
  starter: Starter,
  processes: readonly Process[],
): Promise<Known<number>> {
  const held = await question(starter, {
    ...{ verb: 'memory', processes: processes.map(identityOf), ms: START_MS },
    read: (answer) =>
      answersAt(answer, 'results', processes.length, (one) => {
        const state = wordAt(one, 'state', ['same', 'gone', 'denied']);
        const bytes = textAt(one, 'bytes');
        if (!/^\d{1,15}$/.test(bytes)) throw new ShapeFault('bytes is no number');
        return { state, bytes: Number(bytes) };
      }),
  });
  if (!held.known) return held;
  if (held.value.some(({ state }) => state === 'denied')) return unknown('denied', 'protected');
  return known(
    held.value.reduce((sum, { state, bytes }) => sum + (state === 'same' ? bytes : 0), 0),
  );
}
