// npm run build [-- NAME…]: installs what is missing and builds what is older than its sources, all without a name.
import { makeReady } from './ready.mjs';

const names = process.argv.slice(2);
await makeReady({ products: names.length > 0 ? names : undefined });
