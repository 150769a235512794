/** What remains of a client, and what else is to be known about it. */
export const remaining = {
  nothingLeft: 'nothing left',
  noneOf: (count: number) =>
    count === 1 ? `nothing of ${count} other client` : `nothing of ${count} other clients`,
  trayIcons: (count: number) => (count === 1 ? `${count} tray icon` : `${count} tray icons`),
  windows: (count: number) => (count === 1 ? `${count} window` : `${count} windows`),
  leftovers: (count: number) =>
    count === 1 ? `${count} leftover of a bad exit` : `${count} leftovers of a bad exit`,
  unmerged: 'closed in a hurry; its journal is kept',
  others: (count: number) =>
    count === 1
      ? `${count} process of another user looks the same, left alone`
      : `${count} processes of other users look the same, left alone`,
  elsewhere: (count: number) =>
    count === 1
      ? `${count} process on another desktop, left alone`
      : `${count} processes on another desktop, left alone`,
  startedByIt: (names: string) => `${names} was started by it and runs on; it is no part of it`,
  keptBySystem: (names: string) => `macOS itself keeps its ${names}, and ends it when it likes`,
  freeable: (size: string) => `${size} cache`,
  cacheUnknown: (why: string) => `cache not known: ${why}`,
  filesNotLooked: (client: string) =>
    `Files were not looked at, because macOS may ask first: clean-exit purge ${client} --dry-run lists them.`,
  unseenProcesses: 'processes',
  unseenTray: 'tray',
  unseenWindows: 'windows',
  unseenOthers: 'processes of other users',
  unseenClients: 'a client file of yours:',
  unseenJournals: 'journals',
};
