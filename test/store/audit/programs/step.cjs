// Ends the process right before its n-th change of a file, or in the middle of it where that is a write.
const fs = require('node:fs');

const { STEP_AT } = process.env;
let calls = 0;
const isNow = () => ++calls === Number(STEP_AT);
const end = () => process.kill(process.pid, 'SIGKILL');

for (const name of [
  'rename',
  'link',
  'unlink',
  'rm',
  'ftruncate',
  'truncate',
  'mkdir',
  'writeFile',
  'appendFile',
]) {
  const call = fs[`${name}Sync`];
  fs[`${name}Sync`] = (...all) => {
    if (isNow()) end();
    return call(...all);
  };
}
const write = fs.writeSync;
fs.writeSync = (fd, data, ...rest) => {
  if (fd > 2 && isNow()) {
    const half = Buffer.from(data).subarray(0, Math.ceil(data.length / 2));
    write(fd, half, 0, half.length, typeof data === 'string' ? null : (rest[2] ?? null));
    end();
  }
  return write(fd, data, ...rest);
};
