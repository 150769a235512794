'use strict';
// node scripts/with-node.cjs NAME [ARGUMENT…]: runs scripts/NAME.mjs, or says which Node is needed.
require('../bin/node-version.cjs').check();
require('./import.cjs');
