/** The catalogue, and what is known of one client. */
export const clients = {
  noSuchClient: (name: string) => `No client is called "${name}".`,
  known: (ids: string) => `Known: ${ids}`,
  oneClient: 'One program belongs to one client: name that client, not "all".',
  elsewhere: (ids: string) => `also known: ${ids} (with --all)`,
  onlyLooked: 'only looked at, never removed',
  quitsBy: 'quits by',
  files: 'its files',
  never: 'never',
  stillWrites: 'still writes for',
  exitOnly: 'exit only, nothing is removed',
  exportOne: 'One cleaner is for one client.',
  exportOneNext: 'Name just one: clean-exit clients export --format cleanerml slack',
  exportNothing: (client: string) =>
    `Nothing of "${client}" could be exported: no cache of it is known on Linux.`,
  exportNothingNext: 'Run "clean-exit clients show" to see what is known of it.',
};
