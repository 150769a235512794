/** What the library of the command line says by itself, where it is ours to word. */
export const commander = {
  help: 'display help for command',
  version: 'output the version number',
};
