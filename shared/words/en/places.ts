/** Places that a person settled: what the program there is. */
export const places = {
  settled: 'settled places',
  is: (place: string, client: string) => `${place} is ${client}`,
  isNot: (place: string) => `${place} is no chat client`,
  missing: 'Nothing is there now.',
  gone: (place: string) => `it no longer exists: clean-exit clients forget ${place}`,
  isFolder: (place: string) => `${place} is a folder: name the program in it.`,
  settledIs: (place: string, client: string, file: string) =>
    `${place} is ${client} now, remembered in ${file}`,
  settledIsNot: (place: string, file: string) =>
    `${place} is no chat client, remembered in ${file}`,
  forgotten: (place: string, file: string) => `${place} is open again, forgotten in ${file}`,
  notSettled: (place: string) => `Nothing was settled about ${place}.`,
  isConfirmed: (place: string, client: string) =>
    `${place} was confirmed as ${client}. Forget it first.`,
  byOthers: (place: string) => `Your administrator settled what ${place} is.`,
  runsOthers: (place: string) => `${place} runs other programs, so it cannot be one client.`,
  isCertain: (place: string, client: string) =>
    `${place} is a known place of ${client}: what you say about it would have no effect, so it was not remembered.`,
  fault: (fault: string) => `settled places cannot be read: ${fault}`,
  faultNext:
    'Mend it or move it away: until then nothing is called gone. "clean-exit schema places" prints what it may say.',
};
