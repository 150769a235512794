/**
 * Other users can read the arguments of a program (/proc/PID/cmdline), and the plugin's number is what lets it
 * register. So the plugin gets its arguments on standard input, before its own first line runs.
 */
const APPEND =
  'import{readFileSync}from"node:fs";process.argv.push(...JSON.parse(readFileSync(0,"utf8")))';

/** What stands before the program of a plugin, so that Node takes its arguments from standard input. */
export const BY_STDIN: readonly string[] = [
  '--import',
  `data:text/javascript,${encodeURIComponent(APPEND)}`,
];
