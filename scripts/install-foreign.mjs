// node scripts/install-foreign.mjs FOLDER…: what their lockfiles say, also where it is for another system.
import path from 'node:path';
import { installForeign } from './install.mjs';
import { TOP } from './ready.mjs';

for (const folder of process.argv.slice(2)) await installForeign(path.join(TOP, folder));
