#!/usr/bin/env node
// Runs the built command line; a fresh checkout is installed and built first.
const { existsSync } = require('node:fs');
const path = require('node:path');

const built = path.join(__dirname, '../dist/clean-exit.cjs');
if (existsSync(built)) require(built);
else
  import('../scripts/ready.mjs').then(({ makeReady }) => {
    makeReady({ quiet: true });
    require(built);
  });
