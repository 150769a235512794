/** What a request is doing at this moment. */
export const progress = {
  asking: (subject: string) => `asking ${subject} to quit …`,
  askingOtherwise: (subject: string, why: string) => `${subject}: ${why}; asking it another way …`,
  ending: (subject: string) => `ending ${subject} …`,
  closing: (subject: string) => `closing ${subject} …`,
  listing: (subject: string) => `looking through the files of ${subject} …`,
  waiting: (seconds: string) => `waiting for it to leave … ${seconds} s`,
  settling: (seconds: string) => `watching that nothing comes back … ${seconds} s`,
  removing: (files: number, of: number, size: string) =>
    `removing … ${files} of ${of} files, ${size}`,
};
