/** The receipts that were kept. */
export const log = {
  empty: 'no receipts yet',
  none: 'no matching receipts',
  /** In the place of a client. */
  all: 'all',
  unread: (size: string) => `${size} of older receipts were not read (too large)`,
  fault: (why: string) => `some receipts cannot be read: ${why}`,
  newer: (count: number) =>
    count === 1
      ? `${count} receipt of a newer Clean Exit is not shown`
      : `${count} receipts of a newer Clean Exit are not shown`,
  damaged: (count: number) =>
    count === 1
      ? `${count} damaged line among the receipts`
      : `${count} damaged lines among the receipts`,
  partlyAudited: 'one of its two lines is NOT in the audit log',
  /** One reason for several refusals of a request. */
  times: (count: number, what: string) => `${count} × ${what}`,
};
