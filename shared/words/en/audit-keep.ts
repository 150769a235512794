const many = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

/** `audit status`, `audit ship`, `audit key`, `audit prune` and `audit checkpoint`. */
export const auditKeep = {
  helpShip: 'bring the audit log to a syslog receiver or into a folder, and note how far it came',
  to: 'syslog+tcp://HOST:PORT, syslog+tls://HOST:PORT or an absolute folder (default: what the policy says)',
  ca: 'the certificates (PEM) that the receiver is checked against',
  cert: 'the certificate (PEM) of this computer, where the receiver wants one',
  certKey: 'its private key (PEM)',
  again: 'send again from this entry on',
  dryRun: 'say what would be sent, and send nothing',
  noLog: (folder: string) => `There is no audit log in ${folder}.`,
  noLogNext: 'It begins with the first request once a policy says "audit": "on" or "required".',
  title: 'Audit log',
  entries: many,
  helpExport: 'the audit log in another format, one entry a line',
  format: 'ocsf (as it is), ecs, rfc5424, cef or csv',
  from: 'from this day or time on, e.g. 2026-12-01',
  until: 'up to this day or time, all of the day',
  exportOut: 'a file, in the place of the screen',
  exported: (events: number, file: string) => `Wrote ${many(events)} to ${file}.`,
  damaged: (lines: number) =>
    lines === 1
      ? '1 line is no line of an audit log and was left out.'
      : `${lines} lines are no lines of an audit log and were left out.`,
  badTime: (said: string) => `"${said}" is no day or time.`,
  backwards: 'The period ends before it begins.',
  badTimeNext: 'Write 2026-12-01 or 2026-12-01T18:30.',
  faultNext:
    'Make it readable for your account, or move it away and keep it: then a new log begins.',
  helpStatus: 'the state of the audit log: entries, key, last checkpoint, what was shipped',
  lines: 'entries',
  last: 'last entry',
  key: 'key',
  checkpoint: 'last checkpoint',
  open: 'without an outcome',
  spool: 'shipped',
  policy: 'policy',
  older: 'another log',
  missed: 'last request',
  none: 'none yet',
  mode: {
    off: 'no audit log is written',
    on: 'on',
    required: 'required: nothing is done that it cannot note',
  },
  keyIs: (id: string) => `${id} (all of it: clean-exit audit key)`,
  keyLost: 'missing',
  keyLostNext: 'The next request makes a new one: give that to those who verify the log.',
  keyReplaced: (line: number) => `the one before was lost at entry ${line}`,
  keyOpen: (file: string) => `${file} can be read by others`,
  keyOpenNext: (file: string) => `Make it yours alone: chmod 600 ${file}`,
  checkpointAt: (size: number, behind: number) =>
    behind === 0 ? `of all ${many(size)}` : `of the first ${many(size)}, ${behind} more since then`,
  checkpointAhead: (size: number, lines: number) =>
    `of ${many(size)}, and there are ${lines}: some are gone`,
  notOutside: (folder: string) => `it is not in ${folder}`,
  notOutsideNext: (folder: string) =>
    `Plug in or make ${folder}, and let it be written: a checkpoint that stays here proves less.`,
  shippedTo: (to: string, next: number, behind: number) =>
    behind === 0 ? `${to}: all` : `${to}: ${many(next)}, ${behind} not yet`,
  unsureAt: (to: string, behind: number) => `${to}: ${many(behind)} may not be there`,
  notShipped: (to: string) => `${to}: nothing yet`,
  shipFault: (why: string) => `the last try failed: ${why}`,
  thenNext: (fault: string, next: string) => `${fault}. ${next}`,
  shipNext: 'Ship it: clean-exit audit ship',
  openRequests: (count: number) =>
    count === 1
      ? '1 request has begun and not ended'
      : `${count} requests have begun and not ended`,
  openNext: 'They are under way, or were interrupted: clean-exit audit verify',
  tail: 'the last entries',
  tailGood: (count: number) =>
    count === 1
      ? 'the last one agrees with its hash'
      : `the last ${count} agree with their hashes and with each other`,
  tailBad: 'they do not agree with their hashes or with each other',
  tailNext: 'Find the first bad entry: clean-exit audit verify',
  inLog: (line: number) => `audit log: entry ${line}`,
  notInLog: 'NOT in the audit log',
  helpKey: 'the public key of the audit log, for those who verify it',
  helpRotate: 'sign by a new key from now on; the old one signs that',
  pem: 'a private Ed25519 key as PEM, in the place of a new one',
  rotated: 'From now on this key signs; the old one has signed that:',
  rotatedNext: 'Give it to those who verify: checkpoints and proofs are signed by it from now on.',
  helpPrune:
    'remove entries that are older than the policy keeps them, with a signed word in the log',
  days: 'keep this many days',
  badDays: (days: string) => `"${days}" is no number of days.`,
  tooFew: (days: number) => `The policy keeps the audit log for ${days} days.`,
  tooFewNext: (days: number) => `Name ${days} days or more: --older-than ${days}`,
  noDays: 'Nothing says how long the audit log is kept.',
  noDaysNext: 'Name it: --older-than DAYS, or "keep": {"logDays": …} in the policy.',
  pruned: (first: number) =>
    `The log now begins with entry ${first}; it verifies without the ones before.`,
  nothingPruned: 'Nothing is old enough to be removed.',
  helpCheckpoint: 'sign how far the log goes, and print that',
  checkpointOut: 'a folder that the text and its QR code are written into',
  noFolder: (folder: string) => `There is no folder ${folder}.`,
  noFolderNext: 'Plug it in or make it, and try again.',
  wrote: (file: string) => `Wrote ${file}`,
};
