import { existsSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { now } from '../report/numbers.ts';

const LOOK_MS = 0.2;
const cell = new Int32Array(new SharedArrayBuffer(4));

/** Tells when a folder went out of sight, from a thread that nothing measured can delay. */
parentPort?.on('message', (folder: string) => {
  parentPort?.postMessage('watching');
  while (existsSync(folder)) Atomics.wait(cell, 0, 0, LOOK_MS);
  parentPort?.postMessage(now());
});
