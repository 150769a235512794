/** The file that receipts are appended to, and what it becomes when it is full. */
export const RECEIPTS = { current: 'receipts-2.jsonl', full: 'receipts-2.1.jsonl' } as const;

/**
 * Where a Clean Exit of before 2026-11-30 keeps its receipts of version 1. It would call a line of ours damaged, so each version has files of its
 * own in the one folder; we read both, and write into ours alone.
 */
export const OLD_RECEIPTS = { current: 'receipts.jsonl', full: 'receipts.1.jsonl' } as const;
