import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The command as npm installs it, so that what is measured is what people run. */
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly bin: Readonly<Record<string, string>>;
};

/** Node and the program, before its own arguments. */
export const CLEAN_EXIT: readonly string[] = [
  process.execPath,
  path.resolve(manifest.bin['clean-exit'] ?? ''),
];
