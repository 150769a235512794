/** What a reset and its restore say. */
export const reset = {
  settings: 'its settings and sign-in',
  everything: 'all of its data, chats too',
  holds: { settings: 'settings', records: 'records' },
  total: (things: number, size: string) =>
    things === 1 ? `1 thing, ${size}` : `${things} things, ${size}`,
  nothing: 'There is nothing to set aside.',
  unknown: (why: string) => `Clean Exit cannot list what would be set aside: ${why}`,
  afterExit: 'It is running: quit it first, then this would be set aside:',
  confirm: 'Set these aside? Nothing is removed.',
  keepsChats: 'Chats stay where they are. The app may ask you to sign in again.',
  takesChats: 'The app will start as if new, without its chats, until they are restored.',
  where: 'set aside',
  how: (client: string, record: string) => `clean-exit restore ${client} ${record}`,
  needsYes: 'Setting records aside needs a confirmation, and there is no terminal to ask in.',
  needsYesNext:
    'Add --yes if you are sure, or leave out --everything to keep the records in place.',
  named: 'A reset is for clients that you name.',
  namedNext: 'Name them: clean-exit reset wechat',
  went: (things: number, size: string) =>
    things === 1 ? `set 1 thing aside (${size})` : `set ${things} things aside (${size})`,
  nothingHead: 'nothing to set aside',
  refusedHead: 'refused, nothing set aside',
  refused: {
    'client-running': {
      what: 'The app is still running, so nothing of it was moved.',
      next: (client: string) =>
        `Quit it, then reset: clean-exit exit ${client} && clean-exit reset ${client}`,
    },
    hold: {
      what: 'A hold is in force: setting files aside is not allowed either.',
      next: 'Ask the administrator who set the hold in the policy.',
    },
    'open-elsewhere': {
      what: 'Another program has one of its files open, so it was not moved.',
      next: (client: string) => `Close that program, then: clean-exit reset ${client}`,
    },
    'other-file-system': {
      what: 'This is on another file system than the folder above it, and stays: a reset only moves, it never copies.',
      next: 'Move it by hand if you are sure.',
    },
    'other-owner': {
      what: 'Something in it belongs to another user, so it stays.',
      next: 'Ask its owner, then reset again.',
    },
    changed: {
      what: 'It changed since it was listed, so it stays.',
      next: (client: string) => `See what is there now: clean-exit reset ${client} --dry-run`,
    },
  },
  option: 'set its records aside too (chats, your files); still nothing is removed',
  date: 'which one, by its date or name as the list shows it',
  client: 'a client that was reset, or the record of a purge (default: list all)',
  by: { reset: 'reset', restore: 'set aside by a restore' },
  count: (can: number, all: number) => `${can} of ${all} set aside`,
  none: (client: string) => `Nothing of ${client} is set aside.`,
  noneNext: 'See what can be put back: clean-exit restore',
  noneOf: (client: string, typed: string) => `Nothing of ${client} was set aside on "${typed}".`,
  several: (client: string) => `${client} was set aside more than once.`,
  severalNext: (commands: string) => `Say which one: ${commands}`,
  which: 'Which one should come back?',
  back: (back: number, things: number) => `${back} of ${things} put back`,
  newer: (size: string) => `newer data set aside first (${size})`,
  wouldMove: (size: string) => `would first set aside what is there now (${size})`,
  state: {
    'set-aside': 'set aside',
    'at-home': 'at its place',
    missing: 'no longer there',
    occupied: 'its place is taken: it stays set aside',
    denied: 'the system does not allow it: it stays set aside',
    'behind-link': 'its path leads through a link: it stays set aside',
    stopped: 'not put back (stopped before): it stays set aside',
  },
};
