/** The file that receipts are appended to, and what it becomes when it is full. */
export const RECEIPTS = { current: 'receipts-2.jsonl', full: 'receipts-2.1.jsonl' } as const;

/**
 * Where versions before 0.2 keep theirs. They would call a line of ours damaged, so each version has files of its
 * own in the one folder; we read both, and write into ours alone.
 */
export const OLD_RECEIPTS = { current: 'receipts.jsonl', full: 'receipts.1.jsonl' } as const;
