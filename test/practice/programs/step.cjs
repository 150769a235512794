// Right before or after the one call that makes a step of a start: pauses or kills this process, or
// aborts the start. `-r step.cjs`, with the step in the environment.
const childProcess = require('node:child_process');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { STEP_CALL = '', STEP_NAMES = '', STEP_WHEN, STEP_DEED = '' } = process.env;
const DEEDS = {
  pause: () => process.kill(process.pid, 'SIGSTOP'),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  abort: () => globalThis.abortStart(),
};
const deed = DEEDS[STEP_DEED];
const library = STEP_CALL in childProcess ? childProcess : fs;
const call = library[STEP_CALL];
let isDone = false;

library[STEP_CALL] = (...all) => {
  const isStep = !isDone && all.flat().some((one) => String(one).includes(STEP_NAMES));
  if (isStep) isDone = true;
  if (isStep && STEP_WHEN === 'before') deed();
  const answer = call(...all);
  if (isStep && STEP_WHEN === 'after') deed();
  return answer;
};
syncBuiltinESMExports();
