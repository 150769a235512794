'use strict';
// Only newer Nodes parse `import()`, so with-node.cjs checks the version first.
const [name] = process.argv.splice(2, 1);
import(`./${name}.mjs`).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
