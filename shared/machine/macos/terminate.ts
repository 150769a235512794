import type { Delivery, Process } from '../../core/model.ts';
import { LOOK_MS, type Starter } from './programs.ts';
import { askScript } from './osascript.ts';
import { isSame, rowsOf } from './processes.ts';
import { ALREADY } from './signal.ts';
import script from './terminate.jxa.js.ts';

type Asked = Pick<Process, 'pid' | 'startTime' | 'owner'>;

/** Asks one application to quit by its pid (NSRunningApplication), which needs no permission. */
export const terminate = (
  starter: Starter,
  process_: Asked,
  executable: string | undefined,
): Promise<Delivery> => order(starter, 'terminate', process_, executable);

/** Hides all windows of one application by its pid; it goes on running. */
export const hide = (
  starter: Starter,
  process_: Asked,
  executable: string | undefined,
): Promise<Delivery> => order(starter, 'hide', process_, executable);

/** The script looks once more whether the pid is the application that was meant. */
async function order(
  starter: Starter,
  verb: 'terminate' | 'hide',
  process_: Asked,
  executable: string | undefined,
): Promise<Delivery> {
  const { pid, startTime } = process_;
  const answer = await askScript(starter, {
    language: 'JavaScript',
    script,
    args: [verb, String(pid), encodeURIComponent(executable ?? ''), startTime],
    timeoutMs: LOOK_MS,
  });
  if (!answer.known) return { state: 'failed', reason: answer.why };
  switch (wordIn(answer.value)) {
    case 'asked':
      return { state: 'delivered', ...(verb === 'terminate' ? { method: verb } : {}) };
    case 'gone':
      return goneByPs(starter, process_);
    // ps knew it a moment ago: whatever differs, it is not proven that this one has left.
    case 'other':
      return undelivered('the pid is another application now');
    case 'refused':
      return undelivered(`macOS did not ${verb} it`);
    default:
      return undelivered('osascript: an answer of a wrong shape');
  }
}

/** NSRunningApplication forgets programs that run; only ps says that one has left. */
async function goneByPs(starter: Starter, process_: Asked): Promise<Delivery> {
  const rows = await rowsOf(starter, [process_.pid]);
  if (!rows.known) return { state: 'failed', reason: rows.why };
  return isSame(rows.value.get(process_.pid), process_)
    ? undelivered('it runs, and macOS does not know it as an application')
    : ALREADY;
}

const undelivered = (detail: string): Delivery => ({
  state: 'failed',
  reason: { code: 'failed', detail },
});

const wordIn = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'answer' in answer ? answer.answer : undefined;
