/** The removal of Clean Exit's own files. */
export const uninstall = {
  help: 'remove what Clean Exit keeps for you, never anything of a chat app',
  removes: 'removes:',
  kind: {
    receipts: 'receipts',
    records: 'restore record',
    resets: 'record of a reset that is back',
    notes: 'note',
    settings: 'settings',
    clients: 'your own client',
    completion: 'completion',
  },
  nothing: 'Clean Exit keeps nothing here.',
  stays: 'stays:',
  chats: 'everything of your chat apps: messages, logins, caches',
  trash: (purges: number, where: string) =>
    `what ${purges} ${purges === 1 ? 'purge' : 'purges'} moved to the trash${where && ` (${where})`}; without the restore records only the trash gives it back`,
  trashNext: 'To put it back first: clean-exit restore',
  managed: (folder: string) => `${folder}, which belongs to your administrator`,
  why: {
    unknown: 'not a file of Clean Exit',
    'other-owner': 'belongs to another user',
    'not-as-printed': 'not what `clean-exit completion` prints: you may have written or changed it',
    'came-later': 'came after the list: kept',
    key: 'may be your own key',
    picture: 'a picture that the policy wanted: Clean Exit never removes it',
    busy: 'another Clean Exit request is running',
  },
  leadsBack: (folders: string) =>
    `leads back to what a reset set aside${folders && ` (${folders})`}, which is never removed. To bring it back first: clean-exit restore`,
  link: (real: string) => `a link to ${real}: nothing there is removed`,
  quarantined: (client: string) => `A purge of ${client} was interrupted and has set files aside:`,
  quarantinedNext: (client: string) =>
    `Nothing was removed. Finish it, which puts back what has to stay: clean-exit purge ${client}`,
  notSeen: (client: string, why: string) =>
    `${client}: not known whether an interrupted purge has set files aside (${why})`,
  byHand: 'then remove the program itself:',
  npm: 'the command line: npm uninstall -g clean-exit-cli',
  checkout: (folder: string) => `the command line: delete the folder ${folder}`,
  keys: 'the keys, if you use them: Stream Deck, Preferences, Plugins, Clean Exit, uninstall',
  raycast: 'the extension, if you use it: Raycast, Settings, Extensions, Clean Exit, uninstall',
  confirm: 'Remove these files for good?',
  needsYes: 'There is no terminal to ask in.',
  needsYesNext: 'Preview with --dry-run, then confirm with --yes.',
  busy: (clients: string) => `Another Clean Exit request is running for ${clients}.`,
  busyNext: 'Wait until it has ended, and run it again. Nothing was removed.',
  practice: 'A practice client is here.',
  hold: (file: string) =>
    `A legal hold is in force${file && ` (${file})`}, so the receipts have to stay. Nothing was removed.`,
  holdNext: 'Ask the person who set the hold.',
  removed: (files: number) =>
    files === 0 ? 'Nothing was removed.' : `Removed ${files} ${files === 1 ? 'file' : 'files'}.`,
};
