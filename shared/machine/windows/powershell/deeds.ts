import type { Why } from '../../../core/known.ts';
import type { Delivery, Process, Window } from '../../../core/model.ts';
import { answersAt, listAt, textAt, textOf, wordAt } from './shape.ts';
import { question, START_MS, type Starter } from './starter.ts';

export const ALREADY: Delivery = { state: 'already' };

export const undelivered = (code: Why['code'], detail: string): Delivery => ({
  state: 'failed',
  reason: { code, detail },
});

/** What the script compares before it touches anybody. */
export const identityOf = ({ pid, startTime, owner }: Process) => ({
  ...{ pid, start: startTime, owner },
});

/** A press, and its menu: UI Automation may take its time. */
const ASK_MS = START_MS + 10_000;

/** Whose icon to press, by its exact names, and what to press in a menu of these processes alone. */
export interface Press {
  readonly names: readonly string[];
  readonly labels: readonly string[];
  readonly processes: readonly Process[];
}

/** Presses the entry that quits in a client's own tray menu. Answers the step that failed. */
export async function pressMenu(starter: Starter, press: Press): Promise<Delivery> {
  const { names, labels } = press;
  const processes = press.processes.map(identityOf);
  const asked = await question(starter, {
    ...{ verb: 'ask', names, labels, processes, ms: ASK_MS },
    read: (answer) => ({
      step: wordAt(answer, 'step', ['pressed', 'already', ...STEPS]),
      seen: listAt(answer, 'seen', textOf),
    }),
  });
  if (!asked.known) return { state: 'failed', reason: asked.why };
  const { step, seen } = asked.value;
  if (step === 'already') return ALREADY;
  if (step === 'pressed') return { state: 'delivered', ...(seen[0] ? { label: seen[0] } : {}) };
  const isNothing = step === 'no-tray' || step === 'no-icon';
  const detail = [step, seen.join(', ')].filter(Boolean).join(': ');
  return undelivered(isNothing ? 'unsupported' : 'failed', detail);
}

const STEPS = ['no-tray', 'no-icon', 'no-menu', 'no-item'] as const;

/** Closes one window as its close button would: it hides. */
export async function closeWindow(starter: Starter, { id, pid }: Window): Promise<Delivery> {
  const closed = await question(starter, {
    ...{ verb: 'close', id, pid, ms: START_MS },
    read: (answer) => wordAt(answer, 'state', ['closed', 'gone']),
  });
  if (!closed.known) return { state: 'failed', reason: closed.why };
  return closed.value === 'gone' ? ALREADY : { state: 'delivered' };
}

/** Ends processes at once by one start, each after checking that it is the same; one answer for each. */
export async function endAll(
  starter: Starter,
  processes: readonly Process[],
): Promise<readonly Delivery[]> {
  const ended = await question(starter, {
    ...{ verb: 'end', processes: processes.map(identityOf), ms: START_MS },
    read: (answer) =>
      answersAt(answer, 'results', processes.length, (one) => ({
        state: wordAt(one, 'state', ['ended', 'gone', 'denied', 'failed']),
        detail: textAt(one, 'detail'),
      })),
  });
  if (!ended.known) return processes.map(() => ({ state: 'failed', reason: ended.why }));
  return ended.value.map(({ state, detail }) => {
    if (state === 'ended') return { state: 'delivered' };
    if (state === 'gone') return ALREADY;
    return state === 'denied' ? undelivered('denied', 'protected') : undelivered('failed', detail);
  });
}
