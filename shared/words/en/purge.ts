/** What a purge lists, asks and refuses. */
export const purge = {
  listTotal: (files: number, size: string) =>
    files === 1 ? `${files} file, ${size}` : `${files} files, ${size}`,
  listCode: (code: string) => `list ${code}`,
  listMore: (folders: number) =>
    folders === 1
      ? `and ${folders} more folder (show all with --verbose)`
      : `and ${folders} more folders (show all with --verbose)`,
  listUnknown: (why: string) => `cannot list what would be removed: ${why}`,
  afterExit: 'would be removed once it has quit:',
  exactly: (command: string) => `Remove exactly this list: clean-exit ${command}`,
  confirmTrash: 'Move these to the trash?',
  confirmPermanently: 'Delete these permanently instead of moving them to the trash?',
  needsYes: 'Deleting permanently needs a confirmation, and there is no terminal to ask in.',
  needsYesNext: 'Add --yes if you are sure, or leave out --permanently to use the trash.',
  oneList: 'A list code is for one client.',
  oneListNext: 'Name only the client whose list was previewed.',
  stays: 'stays',
  staysWhat: 'chat records, settings and any file we don’t recognise',
};
