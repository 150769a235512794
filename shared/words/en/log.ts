/** The receipts that were kept. */
export const log = {
  empty: 'no receipts yet',
  none: 'no receipt fits',
  unread: (size: string) => `${size} of older receipts were too much to read`,
  fault: (why: string) => `some receipts cannot be read: ${why}`,
  newer: (count: number) =>
    count === 1
      ? `${count} receipt of a newer Clean Exit is not shown`
      : `${count} receipts of a newer Clean Exit are not shown`,
  damaged: (count: number) =>
    count === 1
      ? `${count} damaged line among the receipts`
      : `${count} damaged lines among the receipts`,
};
