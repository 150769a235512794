/** What the doctor says beside its checks. */
export const doctor = {
  good: 'good',
  limited: 'limited',
  missing: 'missing',
  warning: 'look',
  allGood: 'Everything can be seen.',
  clientFiles: 'client files',
  policyFiles: 'policy',
  wouldAsk: (client: string, methods: string) => `${client} would be asked by: ${methods}`,
  wouldAskIdle: (client: string, methods: string) =>
    `${client} (not running) would be asked by: ${methods}`,
  noQuitMethod: (client: string) =>
    `${client} is installed, but nothing is known that it could be asked by`,
  cannotTell: (client: string, why: string) =>
    `${client}: whether it is installed cannot be told: ${why}`,
  recorded: (file: string) => `recorded in ${file}`,
  recordedNext: 'Names, paths and accounts were replaced. Read it before you send it to anybody.',
  fileExists: (file: string) => `${file} exists already.`,
  fileExistsNext: 'Nothing was done, and it was left as it is: name another file.',
  fileFailed: (file: string, why: string) => `${file} cannot be written (${why}).`,
  fileFailedNext: 'Name a file in a folder that exists and that you may write to.',
};
