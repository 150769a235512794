import type { Screen } from './print/screen.ts';

/** `--quiet` or `-q`, also among other short options; behind `--` stand no options. */
export function isQuiet(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.some((arg) => arg === '--quiet' || /^-[a-zA-Z]*q[a-zA-Z]*$/.test(arg));
}

/**
 * A screen on which nothing is said; a question is asked all the same, JSON is written where it was asked for, and so is
 * the document that a command makes.
 */
export const quietScreen = (screen: Screen): Screen => ({
  ...screen,
  say: () => undefined,
  verbatim: () => undefined,
  isTerminal: false,
  isQuiet: true,
});
