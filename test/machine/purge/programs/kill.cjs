// Ends its thread's process right before the n-th call that changes something below a folder. The way
// of no program of ours: `-r kill.cjs`, with KILL_AT and KILL_BELOW in the environment.
const fs = require('node:fs');

const [at, below] = [Number(process.env.KILL_AT), process.env.KILL_BELOW];
const BY_PATH = ['mkdir', 'rename', 'unlink', 'rmdir', 'link', 'open', 'chmod', 'rm', 'writeFile'];
let [calls, opened] = [0, 0];

const isOurs = (place) =>
  typeof place === 'number'
    ? place === opened
    : String(place).startsWith(below) || String(place).startsWith('/proc/self/fd/');

for (const name of [...BY_PATH, 'write', 'close']) {
  const call = fs[`${name}Sync`];
  fs[`${name}Sync`] = (place, ...rest) => {
    // A folder that is only held open changes nothing.
    const isChange = isOurs(place) && !(name === 'open' && typeof rest[0] === 'number');
    if (isChange && ++calls === at) process.kill(process.pid, 'SIGKILL');
    const answer = call(place, ...rest);
    if (name === 'open' && isChange) opened = answer;
    return answer;
  };
}
