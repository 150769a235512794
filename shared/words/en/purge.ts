/** What a purge lists, asks and refuses. */
export const purge = {
  listTotal: (files: number, size: string) =>
    files === 1 ? `${files} file, ${size}` : `${files} files, ${size}`,
  listCode: (code: string) => `list ${code}`,
  listMore: (folders: number) => `and ${folders} more folders, with --verbose`,
  listUnknown: (why: string) => `what would go is not known: ${why}`,
  afterExit: 'would go, once it has left:',
  confirmTrash: 'Move these to the trash?',
  confirmPermanently: 'Remove these for good, without the trash?',
  needsYes: 'Removing for good has to be confirmed, and nobody can be asked here.',
  needsYesNext: 'Add --yes if you are sure, or leave out --permanently: then it goes to the trash.',
  oneList: 'One list is for one client.',
  oneListNext: 'Name just the client that the list was shown for.',
  stays: 'stays',
  staysWhat: 'chat records, settings and what no rule names: never touched',
};
