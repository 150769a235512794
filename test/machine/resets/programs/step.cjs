// Ends the process right before its n-th call that changes a name below a folder; see purge/programs/step.cjs.
const fs = require('node:fs');

const { STEP_AT, STEP_BELOW = '' } = process.env;
let calls = 0;

for (const name of ['mkdir', 'rename', 'link', 'unlink', 'rmdir', 'writeFile', 'rm']) {
  const call = fs[`${name}Sync`];
  fs[`${name}Sync`] = (place, ...rest) => {
    const isOurs = [STEP_BELOW, '/proc/self/fd/'].some((one) => String(place).startsWith(one));
    if (isOurs && ++calls === Number(STEP_AT)) process.kill(process.pid, 'SIGKILL');
    return call(place, ...rest);
  };
}
