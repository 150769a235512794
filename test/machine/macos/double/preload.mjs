// Preloaded into a built product (NODE_OPTIONS=--import=…), which then takes this computer for a Mac: the world stands
// in the file CLEAN_EXIT_TEST_WORLD, the four programs of macOS answer from it, and signals go to its processes alone.
import childProcess from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { answerOf } from './told.mjs';
import { intoTrash } from './trash.mjs';

const file = /** @type {string} */ (process.env.CLEAN_EXIT_TEST_WORLD);
const home = /** @type {string} */ (process.env.HOME);
const read = () => JSON.parse(readFileSync(file, 'utf8'));
function write(world) {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(world));
  renameSync(`${file}.${process.pid}`, file);
}

Object.defineProperty(process, 'platform', { value: 'darwin' });
/** Who typed it: 0 behind `sudo`. */
const uid = process.env.CLEAN_EXIT_TEST_UID;
if (uid) process.getuid = () => Number(uid);

function leave(pid) {
  const world = read();
  write({ ...world, processes: world.processes.filter((one) => one.pid !== pid) });
}

function asked({ pid }) {
  const { deaf = [], refuses } = read();
  if (refuses) return false;
  if (!deaf.includes(pid)) leave(pid);
  return true;
}

function hide({ pid }) {
  const world = read();
  const processes = world.processes.map((one) =>
    one.pid === pid ? { ...one, app: { ...one.app, hidden: true } } : one,
  );
  const windows = world.windows?.map((one) => (one.pid === pid ? { ...one, visible: false } : one));
  write({ ...world, processes, windows });
  // It may answer NO although it worked (Hammerspoon#3580).
  return !world.hideSaysNo;
}

const real = process.kill.bind(process);
process.kill = (pid, signal) => {
  if (pid === process.pid || pid <= 0) return real(pid, signal);
  const { deaf = [], processes } = read();
  if (!processes.some((one) => one.pid === pid))
    throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
  if (signal === 'SIGKILL' || (signal !== 0 && !deaf.includes(pid))) leave(pid);
  return true;
};

const { execFile } = childProcess;
/** @type {any} */ (childProcess).execFile = (program, args, options, done) => {
  if (!/^\/(usr\/)?s?bin\/(ls|ps|osascript|lsof)$/.test(program))
    return execFile(program, args, options, done);
  const stdin = new PassThrough();
  const tell = async () => {
    const input = await text(stdin);
    const does = { terminate: asked, hide, trash: (one) => intoTrash(home, one) };
    const said = answerOf(read(), { program, args, input }, process.getuid?.() ?? 0, does);
    if (!said || said.hangs) return done(Object.assign(new Error(), { killed: true }), '', '');
    const { code = 0, stdout = '', stderr = '' } = said;
    done(code === 0 ? null : Object.assign(new Error(), { code }), stdout, stderr);
  };
  tell().catch((error) => done(Object.assign(error, { code: 1 }), '', String(error)));
  return { stdin, unref() {}, kill: () => true };
};
// ps-list waits for its own `ps`, which is that of this computer.
childProcess.execFile[promisify.custom] = execFile[promisify.custom];
syncBuiltinESMExports();
