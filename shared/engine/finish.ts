import type { Client } from '../core/client.ts';
import { explainRefusal } from '../core/explain.ts';
import { judge } from '../core/judge.ts';
import { known, unknown } from '../core/known.ts';
import type { Observation, Refusal, Request } from '../core/model.ts';
import { remainingOf, type Elsewhere, type Receipt } from '../core/receipt.ts';
import type { RequestContext } from './engine.ts';
import { StateFault } from '../store/state-fault.ts';
import { QUICK_COUNT } from './look.ts';
import { measure } from './measure.ts';
import type { ActResult } from './perform.ts';

interface Asked {
  readonly room: RequestContext;
  readonly client: Client;
  readonly request: Request;
  /** ms since 1970. */
  readonly began: number;
  /** Where the lock is, if not in the state folder. */
  readonly lockedIn?: Elsewhere | undefined;
}

/** Judges by the second look, writes the receipt and keeps it. */
export async function finish(asked: Asked, after: Observation, deed: ActResult): Promise<Receipt> {
  const { room, client, request, began, lockedIn } = asked;
  const { machine } = room;
  const verdict = judge(request, after, deed.outcomes, deed.refusals);
  const left = after.processes.known && after.processes.value.length === 0;
  // Who did not ask about files gets no question of the system about them.
  const mayLook = !machine.asksBeforeFiles || request.kind === 'purge';
  const sizes =
    after.processes.known && mayLook
      ? await measure(machine, client, QUICK_COUNT)
      : unknown('not-looked');
  const unmerged = mayLook ? () => machine.unmerged(client) : () => unknown('not-looked');
  const receipt: Receipt = {
    schema: 'clean-exit/receipt/1',
    client: request.client,
    request: request.kind,
    ...(request.then ? { then: request.then } : {}),
    verdict,
    steps: deed.outcomes,
    refusals: deed.refusals.map((refusal) => ({
      code: refusal.code,
      subject: subjectOf(refusal),
      next: explainRefusal(refusal, room.lang).next,
    })),
    // Journals of a client that still runs are in use, not left.
    left: remainingOf(after, sizes, left ? await unmerged() : known([])),
    ...(deed.removed === undefined ? {} : { removed: deed.removed }),
    ...(lockedIn === undefined ? {} : { lockedIn }),
    elapsedMs: machine.now() - began,
    at: new Date(machine.now()).toISOString(),
    surface: room.surface,
  };
  return keep(room, receipt);
}

const subjectOf = ({ subject, detail }: Refusal): string =>
  detail ? `${subject} (${detail})` : subject;

/** A deed whose receipt cannot be written down was done all the same: that is told, not thrown. */
export function keep(room: RequestContext, receipt: Receipt): Receipt {
  try {
    const keptIn = room.record?.(receipt);
    return keptIn ? { ...receipt, keptIn } : receipt;
  } catch (error) {
    const notKept = error instanceof Error ? error.message : String(error);
    const fault = error instanceof StateFault ? { notKeptFault: error.fault } : {};
    return { ...receipt, notKept, ...fault };
  }
}
