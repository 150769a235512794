const entries = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

/** `audit verify` and `audit prove`. */
export const auditVerify = {
  group: 'the audit log: verify it, prove what is in it',
  help: 'verify the audit log: names the first bad entry, and what is wrong with it',
  place: 'its folder or files, or those of a receiver (default: your own log)',
  checkpoint: 'a file with a checkpoint that left this computer, or a folder of them',
  key: 'the key that you trust: its text, a file with it, or a tlog-policy',
  every: 'check the signature of every entry, not only of those that others hang on',
  proof: 'verify a proof of one entry instead',
  line: 'the entry that the proof is of',
  helpProve: 'write a proof that one entry is in the log, for somebody without the log',
  number: 'the number of the entry, from 0',
  out: 'where to write it (default: entry-N.tlog-proof)',
  intact: (count: number) =>
    `The log is intact: ${entries(count)}, no content changed, none removed, moved or added.`,
  intactFrom: (count: number, from: number) =>
    `The log is intact from entry ${from} on: ${entries(count)}, no content changed, none removed, moved or added.`,
  interruptedToo: (count: number) =>
    count === 1
      ? '1 request was interrupted or has no outcome.'
      : `${count} requests were interrupted or have no outcome.`,
  notIntact: (good: number) =>
    good === 0
      ? 'The log is not intact: its first entry is bad.'
      : `The log is not intact. Good before it: ${entries(good)}.`,
  otherKey: 'The entries fit each other, but the key that you named has signed none of them.',
  notAccepted: 'The entries fit together, but something in the log needs an explanation.',
  badCheckpoint: 'The log is not what its checkpoint says.',
  where: (file: string, line: number) => `${file}, line ${line}`,
  fault: {
    edited: (n: number) => `Entry ${n} was edited: its fingerprint is not that of its bytes.`,
    'not-a-line': (n: number) => `Entry ${n} is no entry of an audit log.`,
    missing: (n: number) => `Entry ${n} is missing.`,
    'missing-many': (n: number, to: number) => `Entries ${n} to ${to} are missing.`,
    reordered: (n: number, says: number) =>
      `Entries were reordered: entry ${says} stands where entry ${n} belongs.`,
    doubled: (n: number, says: number) =>
      `Entry ${says} is doubled: it stands where entry ${n} belongs.`,
    unlinked: (n: number) =>
      `Entry ${n} does not follow on the entry before it: one of the two was exchanged.`,
    'foreign-chain': (n: number) => `Entry ${n} belongs to another log.`,
    'wrong-key': (n: number) =>
      `Entry ${n} has the wrong key: its signature is not by the key of this log.`,
    'no-key': (n: number) => `Nothing says which key signed entry ${n}.`,
    torn: (n: number) => `Entry ${n} is torn: its end is missing.`,
    'unread-algorithm': 'The log is signed in a way that cannot be checked here.',
  },
  faultNext: {
    bad: 'Leave the files as they are, and compare them with what was shipped or copied elsewhere.',
    'no-key': 'Name the key that you were given: --key KEY',
    torn: 'If Clean Exit was writing just now, verify again. After a crash it sets the torn entry aside with the next one and says so in the log.',
    'unread-algorithm':
      'Verify it with the Node.js of nodejs.org and the whole package of Clean Exit.',
  },
  warning: {
    'key-replaced': (n: number, key: string) =>
      `From entry ${n} on another key signs, and the one before did not sign that: ${key}`,
    'key-unused': (key: string) => `The key that you named has signed nothing in this log: ${key}`,
    'lines-missing': (n: number, first: number, known: number) =>
      `The log says at entry ${n} that it had ${known} entries, and that those from ${first} on were gone.`,
  },
  warningNext: {
    'key-replaced': 'If you know that the key was lost, accept it: --key with the new key.',
    'other-key':
      'It may be the wrong key, or not the log that you mean. If neither is so, somebody wrote the log again by another key.',
    'key-unused': 'Name the checkpoint that it signed: --checkpoint FILE',
    'lines-missing': 'Look for them where the log is shipped to.',
  },
  allSignatures: (all: number) => `Signatures: all ${all} checked.`,
  signatures: (checked: number, all: number) =>
    `Signatures: ${checked} of ${all} checked, on which the others hang. All: --every-signature`,
  trusted: 'Key: the one that you named.',
  accepted: (n: number) =>
    `From entry ${n} on it is the key that you named; the one before did not sign that.`,
  untrusted:
    'Key: the one that the log names itself. That proves only that the log fits itself; name the key you were given: --key KEY',
  pruned: (first: number) =>
    `Entries before ${first} were pruned; the log says so in a signed statement.`,
  noCheckpoint:
    'Whether entries are missing at its end cannot be known without a checkpoint that left this computer: --checkpoint FILE',
  ownCheckpoint:
    'The checkpoint beside the log can be cut together with it. One that left this computer proves more: --checkpoint FILE',
  checkpointIs: {
    ok: (size: number) =>
      size === 1
        ? 'agrees: the first entry is the one that it was signed for'
        : `agrees: the first ${size} entries are those that it was signed for`,
    cut: (size: number, have: number) =>
      `the tail was cut: it was signed for ${size} entries, and there are ${have}`,
    rewritten: (size: number) =>
      `the log was rewritten: its first ${size} entries are not those that it was signed for`,
    forged: 'forged: its signature is wrong',
    'unknown-key': 'not signed by a key of this log; name the key: --key KEY',
    'other-log': 'of another log',
    'no-checkpoint': 'no checkpoint',
    'before-pruned': (size: number) => `cannot be compared: its ${size} entries were pruned`,
    'not-reached': (size: number) =>
      `could not be reached: it was signed for ${size} entries, behind the bad one`,
  },
  interrupted: {
    recorded: (n: number, what: string) =>
      `Entry ${n} (${what}): interrupted, as its outcome says.`,
    open: (n: number, what: string) =>
      `Entry ${n} (${what}): has no outcome. It is under way, or was interrupted.`,
  },
  moreAgree: (count: number) =>
    count === 1 ? '1 more checkpoint agrees.' : `${count} more checkpoints agree.`,
  copies: (count: number) =>
    count === 1
      ? '1 entry is there more than once, or broken off and then whole; it counts once.'
      : `${count} entries are there more than once, or broken off and then whole; they count once.`,
  others: (count: number) =>
    count === 1
      ? '1 line has no entry and no checkpoint; it was left out.'
      : `${count} lines have no entry and no checkpoint; they were left out.`,
  more: (count: number) => `… and ${count} more (all of them: --json)`,
  noLog: (place: string) => `There is no audit log in ${place}.`,
  noLogNext:
    'A policy with "audit": "on" makes one. Or name its folder: clean-exit audit verify FOLDER',
  manyLogs: (count: number) => `There are the entries of ${count} logs.`,
  manyLogsNext: 'Name the key of the one that you mean: --key KEY',
  noKeyIn: (file: string) => `${file} is no key and no file with one.`,
  noKeyNext: 'A key looks like this: clean-exit/log/…+1a2b3c4d+AbCd…',
  policyLine: (file: string, line: number) => `Line ${line} of ${file} is none of a tlog-policy.`,
  policyQuorum: (file: string) => `${file} asks for signatures of witnesses.`,
  policyQuorumNext:
    'Clean Exit checks no witnesses: write "quorum none", and verify them with another tool.',
  notProved: (n: number, last: number) => `The log has no entry ${n}: it ends with entry ${last}.`,
  notProvedNext: 'Look up the number in the entry (metadata.sequence).',
  prunedEntry: (n: number, first: number) =>
    `Entry ${n} was pruned; the log begins with entry ${first}.`,
  badNumber: (said: string) => `${said} is no number of an entry.`,
  sm: 'This log is hashed with SM3, and tlog-proof is for SHA-256 alone.',
  smNext:
    'Give the whole log and a checkpoint instead: clean-exit audit verify FOLDER --checkpoint FILE',
  noTree: (n: number) => `The tree of the log does not reach entry ${n}.`,
  noTreeNext: 'The next entry mends it. Or verify the log first: clean-exit audit verify',
  proved: (n: number, file: string) => `Wrote the proof of entry ${n} to ${file}.`,
  provedNext: (proof: string, line: string) =>
    `The entry is in ${line}. Verify both: clean-exit audit verify --proof ${proof} --line ${line} --key KEY`,
  exists: (file: string) => `${file} is there already.`,
  existsNext: 'Name another file: --out FILE',
  needsLine: 'A proof is of one entry, which is not in it.',
  needsLineNext: 'Name the file with the entry: --line FILE',
  needsKey: 'A proof is worth what the key is that it is checked by.',
  proofIs: {
    ok: (n: number, size: number) =>
      `The entry is in the log: it is entry ${n} of the ${size} that the checkpoint was signed for.`,
    'no-proof': 'The file is no tlog-proof.',
    'no-checkpoint': 'The proof has no checkpoint.',
    forged: 'The signature of the checkpoint in the proof is wrong.',
    'unknown-key': 'The checkpoint in the proof is not signed by the key that you named.',
    'other-log': 'The checkpoint in the proof is of another log.',
    'other-line':
      'The proof is not of this entry: the entry, the proof or the checkpoint was changed.',
  },
};
