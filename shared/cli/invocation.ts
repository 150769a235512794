/** How a person called this program, and calls it again: installed, or from a checkout. */
export type Invocation = 'clean-exit' | 'npx .';

/**
 * npm says that it started us (its documentation, "Scripts": npm_command), and `npx .` runs the program of the folder
 * that it was typed in; the tour is what `npm start` shows there.
 */
export function invocationOf({
  command,
  program,
  folder,
  env,
}: {
  readonly command: string;
  /** The file that runs, without links. */
  readonly program: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Invocation {
  const isHere = program.startsWith(folder) && !program.includes('node_modules');
  const isByNpx = env['npm_command'] === 'exec' && isHere;
  return isByNpx || command === 'tour' ? 'npx .' : 'clean-exit';
}

/** A command of ours, not a path or a name with the same letters in it. */
const COMMAND = /(?<![\w/.~-])clean-exit (?=[a-z])/g;

/** A text whose commands work as they are printed. */
export const asInvoked = (text: string, invocation: Invocation = 'clean-exit'): string =>
  invocation === 'clean-exit' ? text : text.replace(COMMAND, `${invocation} `);
