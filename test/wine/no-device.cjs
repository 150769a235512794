// Node 22.12 to 22.16 and 24.0 to 24.1 on Windows 11 tell no device by a path, and one by a handle (libuv#4698).
const fs = require('node:fs');
for (const name of ['lstatSync', 'statSync']) {
  const real = fs[name];
  fs[name] = (...given) => {
    const own = real(...given);
    if (own) own.dev = typeof own.dev === 'bigint' ? 0n : 0;
    return own;
  };
}
