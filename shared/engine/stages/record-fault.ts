import { en } from '../../words/en.ts';
import { presentVerdict } from '../../core/judge.ts';
import { known, unknown } from '../../core/known.ts';
import type { Observation, Refusal } from '../../core/model.ts';
import { remainingOf } from '../../core/receipt.ts';
import { keep } from '../keep.ts';
import { look, unseen } from '../look.ts';
import { recognizerOf } from '../recognizer-of.ts';
import { refusalLine } from '../refusal-line.ts';
import type { Reached } from '../run-state.ts';

/**
 * A fault of our own ended the request: its receipt says so, what was done as far as that is known, and what is
 * there now. It never says `gone`: not everything was looked at that this needs. Never throws.
 */
export async function recordFault(run: Reached, error: unknown): Promise<void> {
  const { context, request, began, acted } = run;
  const { machine, say = en, surface } = context;
  const detail = error instanceof Error ? error.message : String(error);
  const failed: Refusal = { code: 'failed', subject: request.client, detail };
  const after = await lookOrUnknown(run, detail);
  keep(context.record, {
    schema: 'clean-exit/receipt/1',
    client: request.client,
    request: request.kind,
    ...(request.then ? { then: request.then } : {}),
    verdict: presentVerdict(after) === 'gone' ? 'unknown' : presentVerdict(after),
    steps: acted?.outcomes ?? [],
    refusals: [refusalLine(failed, say.refusal[failed.code].next)],
    left: remainingOf(after, unknown('not-looked'), known([])),
    ...(acted?.removed === undefined ? {} : { removed: acted.removed }),
    elapsedMs: machine.now() - began,
    at: new Date(machine.now()).toISOString(),
    surface,
  });
}

async function lookOrUnknown({ context, client }: Reached, detail: string): Promise<Observation> {
  const { machine, clients } = context;
  try {
    return await look(machine, recognizerOf(context), clients, client.id);
  } catch {
    return unseen(client.id, detail);
  }
}
