/** Places that a person settled: what the program there is. */
export const places = {
  settled: 'settled places',
  is: (place: string, client: string) => `${place} is ${client}`,
  isNot: (place: string) => `${place} is not a chat app`,
  missing: 'Warning: no file exists at this path now. Check the spelling.',
  gone: (place: string) => `It no longer exists. Remove it: clean-exit clients forget ${place}`,
  isFolder: (place: string) => `${place} is a folder: name the program in it.`,
  settledIs: (place: string, client: string, file: string) =>
    `${place} is now known as ${client} (saved in ${file})`,
  settledIsNot: (place: string, file: string) =>
    `${place} is now known as not a chat app (saved in ${file})`,
  forgotten: (place: string, file: string) => `${place} was forgotten (saved in ${file})`,
  notSettled: (place: string) => `Nothing was confirmed or denied about ${place}.`,
  isConfirmed: (place: string, client: string) =>
    `${place} was confirmed as ${client}. Forget it first.`,
  byOthers: (place: string) => `Your administrator decided what ${place} is.`,
  runsOthers: (place: string) =>
    `${place} is used to run other programs, so it cannot be one client.`,
  isCertain: (place: string, client: string) =>
    `${place} is a known path of ${client}. Your answer would have no effect and was not saved.`,
  fault: (fault: string) => `the file of settled places is broken: ${fault}`,
  faultNext:
    'Fix or move this file; Clean Exit reports nothing as gone until then. To see its format: clean-exit schema places',
};
