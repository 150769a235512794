import path from 'node:path';
import process from 'node:process';
import { wechat } from '../../shared/clients/wechat.ts';
import { privateMachine } from './house.ts';
import { now } from './report/numbers.ts';

/** A process of its own, so that its memory is its own: lists, and removes where it is told to. */
const [home = '', deed] = process.argv.slice(2);
const machine = privateMachine(home, { worker: path.resolve('dist/worker.cjs') });
const before = process.resourceUsage().maxRSS;
const began = now();
const listed = await machine.files.list(wechat, { tiers: ['cache'] });
if (!listed.known) throw new Error(listed.why.code);
const { listing } = listed.value;
const previewMs = now() - began;
const previewRss = process.resourceUsage().maxRSS;
const start = now();
if (deed === 'remove')
  await listed.value.remove({ permanently: true, mayTouch: async () => undefined });
process.stdout.write(
  JSON.stringify({
    files: listing.files,
    previewMs,
    removeMs: now() - start,
    // maxRSS is in kB.
    startMB: before / 1_000,
    previewMB: previewRss / 1_000,
    removeMB: process.resourceUsage().maxRSS / 1_000,
  }),
);
process.exit(0);
