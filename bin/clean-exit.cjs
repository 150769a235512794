#!/usr/bin/env node
// Runs the built command line; a fresh checkout is installed and built first.
const { existsSync } = require('node:fs');
const path = require('node:path');
const { start } = require('./start.cjs');

const dist = path.join(__dirname, '../dist');
const run = () => start(path.join(dist, 'clean-exit.cjs'), path.join(dist, 'clean-exit.cache'));
if (existsSync(path.join(dist, 'clean-exit.cjs'))) run();
else
  import('../scripts/ready.mjs').then(({ makeReady }) => {
    makeReady({ quiet: true });
    run();
  });
