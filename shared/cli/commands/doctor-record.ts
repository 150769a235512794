import type { Language } from '../../core/language.ts';
import { words } from '../../words/words.ts';
import type { Check, Request } from '../../core/model.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { Recording } from '../../schema/recording-shape.ts';
import type { RequestUi } from '../../engine/engine.ts';
import type { Session } from '../../machine/recorded/recording.ts';
import { UsageError, type Context } from '../context.ts';
import { engineOf } from '../engine-of.ts';
import { VERSION } from '../../engine/version.ts';

/** A recording that ends in a file. */
export interface Tape extends Session {
  /** Writes it; answers what to tell a person. Throws UsageError where something is in the way. */
  end(checks?: readonly Check[]): Promise<readonly string[]>;
}

/**
 * Begins a recording for a file that is not there yet. Whether it can be written is known before anything
 * is done. Throws UsageError.
 */
export async function beginTape(context: Context, file: string): Promise<Tape> {
  const { machine, clients, lang } = context;
  // Few commands record: the others need not load what it takes.
  const [{ beginRecording }, { keepRecording, whyNotIn }] = await Promise.all([
    import('../../machine/recorded/recording.ts'),
    import('../../machine/recorded/recording-file.ts'),
  ]);
  orThrow(whyNotIn(file), file, lang);
  const session = beginRecording(machine, clients);
  return {
    ...session,
    end: async (checks) => {
      const recording: Recording = session.whole(VERSION, checks ?? (await machine.examine()));
      orThrow(keepRecording(file, recording), file, lang);
      const say = words(lang).doctor;
      return [say.recorded(file), say.recordedNext];
    },
  };
}

/** Looks once at every client that runs, or has left something, for the recording. */
export async function recordLooks(context: Context, tape: Tape): Promise<void> {
  const seen = await engineOf(context).observe();
  for (const { client: id, presence } of seen) {
    const client = context.clients.find((one) => one.id === id);
    if (client && presence !== 'gone')
      await engineOf({ ...context, machine: tape.of(client).machine }).observe();
  }
}

/** Runs a request as always, noting on the tape what each step was answered. */
export async function runOn(
  tape: Tape | undefined,
  context: Context,
  request: Request,
  ui: RequestUi,
): Promise<Receipt> {
  const client = context.clients.find(({ id }) => id === request.client);
  if (!tape || !client) return engineOf(context).run(request, ui);
  const { machine, came } = tape.of(client);
  const engine = engineOf({ ...context, machine });
  const receipt = await engine.run(request, ui);
  came({ request, policy: (await engine.policy(request)).policy, receipt });
  return receipt;
}

function orThrow(why: string | undefined, file: string, lang: Language): void {
  if (why === undefined) return;
  const say = words(lang).doctor;
  throw why === 'EEXIST'
    ? new UsageError(say.fileExists(file), say.fileExistsNext)
    : new UsageError(say.fileFailed(file, why), say.fileFailedNext);
}
