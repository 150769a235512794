// npm pack runs this: dist/ with the command line, the practice client and the native parts of each system, so
// that the package needs no other package. What npm reads from us is its own, so we speak on standard error.
import path from 'node:path';
import { copyNativeParts } from './native.mjs';
import { FIRST, makeReady, TOP } from './ready.mjs';

await makeReady({ products: FIRST, dev: false, out: process.stderr });
await copyNativeParts(TOP, path.join(TOP, 'dist/lib'), () => true);
