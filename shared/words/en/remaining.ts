/** What remains of a client, and what else is to be known about it. */
export const remaining = {
  nothingLeft: 'no chat app is running',
  /** Where a client's file cannot be read. */
  noOther: 'no other chat app is running',
  noneOf: (count: number) =>
    count === 1 ? `${count} other: not running` : `${count} others: not running`,
  trayIcons: (count: number) => (count === 1 ? `${count} tray icon` : `${count} tray icons`),
  windows: (count: number) => (count === 1 ? `${count} window` : `${count} windows`),
  leftovers: (count: number) =>
    count === 1 ? `${count} file left by a crash` : `${count} files left by a crash`,
  unmerged: 'did not close its database cleanly; the journal was kept',
  others: (count: number) =>
    count === 1
      ? `also runs for another user (${count} process), not touched`
      : `also runs for another user (${count} processes), not touched`,
  elsewhere: (count: number) =>
    count === 1
      ? `${count} process on another desktop, not touched`
      : `${count} processes on another desktop, not touched`,
  startedByIt: (names: string) =>
    `it started ${names}, which is a separate program and keeps running`,
  keptBySystem: (names: string) => `macOS starts and ends ${names} by itself`,
  freeable: (size: string, client: string) => `${size}; free it: clean-exit purge ${client}`,
  freeableLater: (size: string, client: string) =>
    `${size}; free it after quitting: clean-exit purge ${client}`,
  cacheUnknown: (why: string) => `size unknown: ${why}`,
  filesNotLooked: (client: string) =>
    `Its files were not checked, because macOS may ask first. To list them: clean-exit purge ${client} --dry-run`,
  unseenProcesses: 'processes',
  unseenTray: 'tray',
  unseenWindows: 'windows',
  unseenOthers: 'processes of other users',
  unseenClients: 'a client file of yours:',
  unseenJournals: 'journals',
};
