/** What is wrong with Clean Exit’s own folders and files. */
export const state = {
  unusable: (path: string, why: string) => `${path} cannot be used: ${why}`,
  others: (path: string, owner: number | string) =>
    `${path} belongs to another user (uid ${owner})`,
  othersWrite: (path: string) => `other users can write to ${path}`,
  link: (path: string) => `${path} is a symbolic link`,
  notAudited: (why: string) => `NOT RECORDED in the audit log: ${why}`,
  keyReplaced: (line: number) =>
    `the key of the audit log was gone: a new one signs from entry ${line} on. Give it to those who verify the log: clean-exit audit key`,
  linesMissing: (first: number, last: number) =>
    first === last
      ? `entry ${first} of the audit log was gone; the log says so, and goes on`
      : `entries ${first} to ${last} of the audit log were gone; the log says so, and goes on`,
  notKept: (why: string) => `the receipt could not be saved: ${why}`,
  recordNotKept: (why: string) =>
    `no record could be saved, so restore these files from the trash itself: ${why}`,
  keptIn: (folder: string, why: string) => `the receipt is in ${folder} until you sign out: ${why}`,
  lockedIn: (folder: string, why: string) => `the lock was kept in ${folder}: ${why}`,
  lockedInMemory: (why: string) =>
    `no lock could be written, so another Clean Exit could run at the same time: ${why}`,
  busyNext: 'Another program writes to it. Wait until it has finished, then run it again.',
  othersWriteNext: (path: string) => `Make it yours alone: chmod go-w ${path}`,
  inTheWayNext: 'Move it away, or set XDG_STATE_HOME to another folder.',
  next: (variable: string) =>
    `Free disk space or make it writable, or set ${variable} to another folder.`,
  roomNext: 'Free disk space or make it writable, then run it again.',
  homeNoText: (variable: string) =>
    `${variable} is not valid text (UTF-8), so Clean Exit cannot find the files there.`,
  homeNoTextNext: 'Set HOME and the XDG folders to valid names; a link to the folder is enough.',
  folderGone: 'The current folder no longer exists.',
  folderGoneNext: 'Change to another folder, or use absolute paths.',
  answerLost: (why: string) =>
    `The answer could not be written (${why}). The request may have been carried out.`,
  answerLostNext: 'To see it: clean-exit log',
};
