/** What is said of a command line that was not typed as it is written. */
export const typed = {
  notUnderstood: (what: string) => `"${what}" is not understood.`,
  noHelp: (what: string) => `There is no command "${what}".`,
  takesCommands: 'Clean Exit takes commands, not questions.',
  commands: (names: string) => `Commands: ${names}. "clean-exit --help" says what they do.`,
  neverRecords: 'Clean Exit never removes messages, logins or keys.',
  neverSignsOut: 'Clean Exit quits a client and never signs it out.',
  didYouMean: (command: string) => `Did you mean "${command}"?`,
  didYouMeanOneOf: 'Did you mean one of these?',
  typeIt: (command: string) => `Type: ${command}`,
  typeOneOf: 'Type one of these:',
  several: (said: string) => `"${said}" may be more than one client.`,
  severalNext: (ids: string) => `Name one of them: ${ids}`,
  commandOrClient: (word: string) => `"${word}" is a command and one of your clients.`,
  whichOne: (said: string) => `Which one is "${said}"?`,
  whichClient: 'Which client?',
  needsClient: (command: string) => `"clean-exit ${command}" needs a client, or "all".`,
  needsClientNext: (command: string) =>
    `For example: clean-exit ${command} all. "clean-exit status" shows what is running.`,
  allOfThem: 'all of them',
  nothing: 'nothing',
  whatToDo: 'What to do?',
  search: 'type to search, Enter to choose, Ctrl-C to cancel',
  noMatch: 'nothing is called so',
  /** Where the cursor cannot be moved. */
  number: 'Type a number or a name, or only Enter to cancel:',
  asTyped: (command: string) => `$ ${command}`,
  goOn: (command: string) => `Run "${command}"?`,
  comma: ', ',
  noProgram: (program: string, file: string) =>
    `Nothing is at ${program}: if it is installed elsewhere, correct "exe" in ${file}.`,
  asShownTier: (command: string) =>
    `Without --tier this was about the cache alone. If the list with this code had other tiers, repeat them: ${command}`,
  enter: 'Enter: go on, Ctrl-C: cancel',
  willLeave: {
    exit: (who: string) => `This will quit: ${who}.`,
    force: (who: string) => `This will end by force: ${who}.`,
    'then-force': (who: string) => `This will quit, and end by force what stays: ${who}.`,
  },
};
