// Runs the built command line and keeps what V8 compiled; called by scripts/build.mjs.
const { renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { start } = require('../bin/start.cjs');

const file = path.join(__dirname, '../dist/clean-exit.cjs');
const cache = path.join(__dirname, '../dist/clean-exit.cache');
const script = start(file);
process.on('exit', () => {
  const draft = `${cache}.${process.pid}.draft`;
  writeFileSync(draft, script.createCachedData());
  renameSync(draft, cache);
});
