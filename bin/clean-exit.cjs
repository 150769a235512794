#!/usr/bin/env node
'use strict';
// Old Nodes parse this file, and are told what to install.
require('./node-version.cjs').check();
require('./run.cjs');
