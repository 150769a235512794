/** What the doctor says beside its checks. */
export const doctor = {
  good: 'good',
  limited: 'limited',
  missing: 'missing',
  broken: 'error',
  warning: 'warning',
  allGood: 'Everything can be checked.',
  clientFiles: 'client files',
  policyFiles: 'policy',
  howToQuit: 'How installed apps would be asked to quit:',
  wouldAsk: (client: string, methods: string) => `${client}: ${methods}`,
  wouldAskIdle: (client: string, methods: string) => `${client} (not running): ${methods}`,
  noQuitMethod: (client: string) => `${client} is installed, but no known way to ask it to quit`,
  cannotTell: (client: string, why: string) => `Can't tell whether ${client} is installed: ${why}`,
  anywhere: (client: string) =>
    `Can't tell whether ${client} is installed: under Wine it can be anywhere.`,
  recorded: (file: string) => `recorded in ${file}`,
  recordedNext: 'Names, paths and accounts were replaced. Read the file before you share it.',
  fileExists: (file: string) => `${file} already exists.`,
  fileExistsNext: 'Nothing was changed. Choose another file name.',
  fileFailed: (file: string, why: string) => `${file} cannot be written (${why}).`,
  fileFailedNext: 'Choose a file in an existing folder that you can write to.',
};
