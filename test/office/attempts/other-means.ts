import { rmSync } from 'node:fs';
import path from 'node:path';
import { attempt, type Attempt } from '../attempt.ts';
import type { Desk } from '../desk.ts';

/** What the owner of an account does without Clean Exit, or to it: nothing of ours shows it. */
export const otherMeans: readonly Attempt[] = [
  attempt('by-other-means', 'the client is ended by the system’s own means', async (desk) => {
    desk.managed({ force: 'never' });
    const [actor] = desk.world.actors;
    if (actor) await desk.machine.processes.end(actor.process);
    return traceOf(desk);
  }),
  attempt('by-other-means', 'files are removed by hand under a hold', async (desk) => {
    desk.managed({ hold: true });
    const [file] = desk.world.files.splice(0, 1);
    if (file) desk.world.deeds.push({ deed: 'removed', file, living: [], at: desk.world.now });
    return traceOf(desk);
  }),
  attempt('by-other-means', 'the receipts are deleted', async (desk) => {
    await desk.ask({ kind: 'exit' });
    rmSync(path.join(desk.places.ourState, 'receipts-2.jsonl'));
    return traceOf(desk);
  }),
  attempt('by-other-means', 'the owner’s own policy is deleted', async (desk) => {
    desk.own({ force: 'never' });
    rmSync(path.join(desk.places.ourConfig, 'policy.json'));
    await desk.ask({ kind: 'force' }, { satisfy: async () => 'question' });
    const { files } = await desk.engine().policy();
    return files[0];
  }),
];

const traceOf = (desk: Desk): string | undefined => desk.receipts()[0]?.result;
