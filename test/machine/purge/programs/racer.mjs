// A thread that never leaves a chat's folders in peace: moves them, plants links to precious ones in
// their place, makes new files, opens old ones. Ends when it is told to, and says what it made.
import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const { top, outside, buffer, folders } = workerData;
const stop = new Int32Array(buffer);
let state = workerData.seed;
const upTo = (count) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
};
const oneOf = (list) => list[upTo(list.length)];
const made = [];
let count = 0;

/** Nothing is done behind a link of our own: that would not be the purge. */
const isPlain = (folder) => fs.realpathSync(folder) === folder;

const deeds = {
  move(folder) {
    fs.renameSync(folder, `${folder}.moved`);
    fs.renameSync(`${folder}.moved`, folder);
  },
  swap(folder) {
    fs.renameSync(folder, `${folder}.hidden`);
    fs.symlinkSync(path.join(outside, path.relative(top, folder)), folder);
    for (let n = upTo(2_000); n > 0; n--) upTo(2);
    fs.unlinkSync(folder);
    fs.renameSync(`${folder}.hidden`, folder);
  },
  make(folder) {
    if (count > 400) return;
    // What is made before the look is over may have been seen by it.
    const isLater = Atomics.load(stop, 1) === 1;
    const name = `new-${count++}${oneOf(['.tmp', '.db', '.db-wal'])}`;
    const holds = `${name} of ${workerData.seed}`;
    fs.writeFileSync(path.join(folder, name), holds, { flag: 'wx' });
    if (isLater || !name.endsWith('.tmp')) made.push(holds);
  },
  open(folder) {
    const name = oneOf(fs.readdirSync(folder));
    fs.closeSync(fs.openSync(path.join(folder, name), 'r'));
  },
};

const attempt = (folder) => {
  try {
    if (isPlain(folder)) oneOf(Object.values(deeds))(folder);
  } catch {
    return; // The purge was faster.
  }
};

/** What we moved away ourselves is put where it was, if its place is free. */
const tidy = (folder) => {
  if (fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) fs.unlinkSync(folder);
};

parentPort?.postMessage('ready');
while (Atomics.load(stop, 0) === 0) attempt(path.join(top, oneOf(folders)));
for (const folder of folders) tidy(path.join(top, folder));
parentPort?.postMessage(made);
