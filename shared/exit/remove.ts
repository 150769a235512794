import type { Outcome, Refusal, Removal, Tier } from '../core/model.ts';
import { lookAtProcesses } from './look.ts';
import type { Done, Job } from './perform.ts';

/** Removes what the plan allows; asks again before each batch whether the client is still gone. */
export async function remove(job: Job, tiers: readonly Tier[]): Promise<Done> {
  const { machine } = job.room;
  const began = machine.now();
  const mayTouch = async (): Promise<Refusal | undefined> => {
    const seen = await lookAtProcesses(machine, job.recognize, job.room.clients, job.client.id);
    if (!seen.processes.known) return { code: 'blind', subject: job.client.id };
    if (seen.processes.value.length > 0) return { code: 'client-running', subject: job.client.id };
    return undefined;
  };
  const { cancelled } = job.room;
  const permanently = job.manner.permanently ?? false;
  const refused = await mayTouch();
  const done: Removal = refused
    ? { files: 0, bytes: 0, to: permanently ? 'nowhere' : 'trash', refusals: [refused] }
    : await machine.remove(job.client, {
        tiers,
        permanently,
        mayTouch,
        ...(cancelled ? { cancelled } : {}),
        onProgress: (files, bytes) => job.room.onProgress?.({ doing: 'removing', files, bytes }),
      });
  const told = (outcome: Outcome['outcome'], why?: string): Outcome => ({
    kind: 'remove',
    subject: tiers.join(', '),
    outcome,
    ...(why === undefined ? {} : { why }),
    ms: machine.now() - began,
  });
  const went = `${done.to === 'trash' ? 'to-trash' : 'for-good'}: ${done.files}`;
  const none = done.refusals.length > 0 ? 'failed' : 'already';
  const outcomes = [
    ...(done.files > 0 ? [told('done', went)] : []),
    // A cancelled request says how far it got.
    ...(done.stopped ? [told('skipped', 'cancelled')] : []),
  ];
  return {
    refusals: done.refusals,
    removed: { files: done.files, bytes: done.bytes, to: done.to },
    outcomes: outcomes.length > 0 ? outcomes : [told(none)],
  };
}
