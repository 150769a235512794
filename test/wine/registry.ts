import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { WINE, wineEnvironment } from './wine.ts';

const reg = (...args: readonly string[]) =>
  promisify(execFile)(WINE, ['reg', ...args], { env: wineEnvironment(), timeout: 30_000 });

/** The registry of our Wine. */
export const registry = {
  put: (key: string, value: string, text: string) =>
    reg('add', key, '/v', value, '/t', 'REG_SZ', '/d', text, '/f'),
  remove: (key: string) => reg('delete', key, '/f'),
};
