import { withinDesktop } from '../../core/rules/all-is-what-the-person-sees.ts';
import { look, lookPastHidden } from '../look.ts';
import { recognizerOf } from '../recognizer-of.ts';
import { remembering } from '../remember.ts';
import type { Locked, Observed } from '../run-state.ts';
import { NOTHING_STARTED, startedBy } from '../started.ts';

/** What is there before anything is done, past processes that hide themselves for a moment. */
export async function observe(run: Locked): Promise<Observed> {
  const { context, client, request } = run;
  const { machine } = context;
  const recognizeFresh = recognizerOf(context);
  const inside = withinDesktop(recognizeFresh, request);
  const once = () => look(context, inside, client.id);
  // Another request is at work: nothing will be done, so nothing is waited for.
  const before = await (run.lock.granted ? lookPastHidden(once, machine.clock) : once());
  const recognize = remembering(inside, before);
  const started = run.lock.granted ? await startedBy(machine.processes, before) : NOTHING_STARTED;
  return { ...run, before, recognize, recognizeFresh, started };
}
