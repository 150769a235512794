import type { Process } from './model.ts';

/** Options of Node.js that take the next argument as their value (node(1)). */
const WITH_VALUE = new Set([
  '-C',
  '-r',
  '--conditions',
  '--env-file',
  '--experimental-loader',
  '--icu-data-dir',
  '--import',
  '--loader',
  '--openssl-config',
  '--redirect-warnings',
  '--require',
  '--title',
]);

/**
 * What an interpreter runs: the first argument that is no option, as an absolute path with forward
 * slashes. Wine puts the program in the interpreter's own place, so that one counts as well.
 */
export function scriptsOf({ args, cwd }: Process): readonly string[] {
  if (!args.known) return [];
  const [own, ...rest] = args.value;
  let at = 0;
  while (rest[at]?.startsWith('-')) at += WITH_VALUE.has(rest[at] ?? '') ? 2 : 1;
  return [own, rest[at]].flatMap((path) => {
    if (path === undefined) return [];
    const plain = path.replaceAll('\\', '/');
    const isAbsolute = plain.startsWith('/') || /^[A-Za-z]:/.test(plain);
    return isAbsolute || !cwd?.known ? [plain] : [`${cwd.value}/${plain.replace(/^\.\//, '')}`];
  });
}
