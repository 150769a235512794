/** What a request is doing at this moment. */
export const progress = {
  asking: (subject: string) => `asking ${subject} to quit …`,
  askingOtherwise: (subject: string, why: string) => `${subject}: ${why}; asking another way …`,
  ending: (subject: string) => `ending ${subject} …`,
  closing: (subject: string) => `closing ${subject} …`,
  listing: (subject: string) => `listing the files of ${subject} …`,
  waiting: (seconds: string) => `waiting for it to quit … ${seconds} s`,
  settling: (seconds: string) => `checking that it does not come back … ${seconds} s`,
  removing: (files: number, of: number, size: string) =>
    `removing … ${files} of ${of} files, ${size}`,
};
