// Right before the n-th call of its thread that changes something below a folder: ends the process, or
// puts a link in the place of a folder. `-r step.cjs`, with what to do in the environment.
const fs = require('node:fs');

const { STEP_AT, STEP_BELOW = '', STEP_FOLDER, STEP_LINK = '' } = process.env;
const { renameSync, symlinkSync } = fs;
const BY_PATH = ['mkdir', 'rename', 'unlink', 'rmdir', 'link', 'open', 'chmod', 'rm', 'writeFile'];
let [calls, opened] = [0, 0];

function deed() {
  if (!STEP_FOLDER) return process.kill(process.pid, 'SIGKILL');
  renameSync(STEP_FOLDER, `${STEP_FOLDER}.hidden`);
  symlinkSync(STEP_LINK, STEP_FOLDER);
}

const isOurs = (place) =>
  typeof place === 'number'
    ? place === opened
    : String(place).startsWith(STEP_BELOW) || String(place).startsWith('/proc/self/fd/');

for (const name of [...BY_PATH, 'write', 'close']) {
  const call = fs[`${name}Sync`];
  fs[`${name}Sync`] = (place, ...rest) => {
    // A folder that is only held open changes nothing.
    const isChange = isOurs(place) && !(name === 'open' && typeof rest[0] === 'number');
    if (isChange && ++calls === Number(STEP_AT)) deed();
    const answer = call(place, ...rest);
    if (name === 'open' && isChange) opened = answer;
    return answer;
  };
}
