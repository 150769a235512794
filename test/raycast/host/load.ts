import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** What a built file exports. */
export interface Exported {
  readonly default: (props: object) => unknown;
  readonly confirmation?: (input: unknown) => Promise<unknown>;
}

const ours = createRequire(import.meta.url);
/** React is one for the command and for the host, as in Raycast. */
const SHARED: ReadonlySet<string> = new Set(['react', 'react/jsx-runtime']);

/**
 * Loads a built command anew, as Raycast would: CommonJS, with this `@raycast/api`, React, and nothing else
 * that is not Node's own.
 */
export function load(file: string, api: object): Exported {
  const module = { exports: {} as Exported };
  const its = createRequire(file);
  const require = (name: string): unknown => {
    if (name === '@raycast/api') return api;
    if (SHARED.has(name)) return ours(name);
    if (isBuiltin(name)) return its(name);
    throw new Error(`${path.basename(file)} needs "${name}", which Raycast does not have`);
  };
  const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const run = vm.runInThisContext(code, { filename: file }) as (...all: unknown[]) => void;
  run(module.exports, require, module, file, path.dirname(file));
  return module.exports;
}
