import type { Refusal, Tier } from '../core/model.ts';
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
  const refused = await mayTouch();
  const done = refused
    ? { files: 0, bytes: 0, to: 'nowhere' as const, refusals: [refused] }
    : await machine.remove(job.client, {
        tiers,
        permanently: job.manner.permanently ?? false,
        mayTouch,
        onProgress: (files, bytes) => job.room.onProgress?.({ doing: 'removing', files, bytes }),
      });
  return {
    refusals: done.refusals,
    freedBytes: done.bytes,
    outcomes: [
      {
        kind: 'remove',
        subject: tiers.join(', '),
        outcome: done.files > 0 ? 'done' : done.refusals.length > 0 ? 'failed' : 'already',
        ...(done.files === 0
          ? {}
          : { why: `${done.to === 'trash' ? 'to-trash' : 'for-good'}: ${done.files}` }),
        ms: machine.now() - began,
      },
    ],
  };
}
