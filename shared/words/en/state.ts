/** What is the matter with our own folders, and with what is kept there. */
export const state = {
  unusable: (path: string, why: string) => `${path} cannot be used: ${why}`,
  others: (path: string, owner: number | string) =>
    `${path} belongs to another user (uid ${owner})`,
  othersWrite: (path: string) => `others may write into ${path}: run chmod go-w on it`,
  link: (path: string) => `${path} is a link`,
  notKept: (why: string) => `the receipt could not be kept: ${why}`,
  recordNotKept: (why: string) =>
    `no record could be kept, so only the trash itself gives this back: ${why}`,
  keptIn: (folder: string, why: string) => `the receipt is in ${folder} until you sign out: ${why}`,
  lockedIn: (folder: string, why: string) => `the lock was in ${folder}: ${why}`,
  lockedInMemory: (why: string) =>
    `no lock could be kept, so another Clean Exit was not kept out: ${why}`,
  inTheWayNext: 'Move it away, or set XDG_STATE_HOME to another folder.',
  next: (variable: string) =>
    `Make room or make it writable, or set ${variable} to another folder.`,
  roomNext: 'Make room or make it writable, then run it again.',
  homeNoText: (variable: string) =>
    `${variable} is no text (UTF-8): Clean Exit cannot find the files there, so nothing is known.`,
  homeNoTextNext:
    'Set HOME and the XDG folders to names that are text; a link to the folder will do.',
  folderGone: 'The current folder no longer exists.',
  folderGoneNext: 'Change to another folder, or give the whole path.',
  answerLost: (why: string) =>
    `The answer could not be written (${why}). What was asked for may have been done.`,
  answerLostNext: 'Run "clean-exit log" to see it.',
};
