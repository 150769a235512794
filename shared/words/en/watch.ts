/** Watching, and saying nothing. */
export const watch = {
  quiet: 'print nothing but errors; the exit code says the result (JSON is still printed)',
  status: 'keep watching and show every change, until Ctrl-C',
  noLonger: (name: string) => `${name} is no longer in the catalogue.`,
  notLooked: (name: string, why: string) => `${name} could not be looked at${why && `: ${why}`}`,
  notLookedNext: 'Run "clean-exit doctor" to see what this computer allows.',
};
