import type { DeviceId, HostId, LogLine, PracticeProcess, PracticeState } from '../messages.ts';
import type { Behaviour } from '../../../shared/practice/behaviour.ts';

/** The words of the page in English. */
export const EN = {
  title: 'Clean Exit: virtual deck',
  product: 'Clean Exit',
  subtitle: 'virtual deck',
  otherLanguage: '中文',

  device: 'Device',
  devices: { mk2: '15 keys', xl: 'XL', plus: '+', mini: 'Mini' } as Readonly<
    Record<DeviceId, string>
  >,
  host: 'Host',
  hosts: { elgato: 'Elgato 7.1', opendeck: 'OpenDeck', old: 'an old host' } as Readonly<
    Record<HostId, string>
  >,
  language: 'Language of the host',
  wake: 'Wake from sleep',
  plugin: {
    starting: 'plugin is starting',
    running: 'plugin is running',
    ended: 'plugin has ended',
  },
  pid: (pid: number) => `pid ${pid}`,

  connecting: 'Looking for the deck…',
  lost: 'The deck has stopped: start it again with',
  hints: {
    start: 'Start a practice client, then press its Safe Exit key.',
    running: 'It is running. Press its Safe Exit key and see what becomes of it.',
    left: 'All its processes are gone.',
    ghost: 'All its processes are gone, but its tray icon is still here.',
  },

  deck: 'Deck',
  keys: 'Keys',
  strip: 'Touch strip',
  dials: 'Dials',
  keyAt: (column: number, row: number) => `Row ${row}, column ${column}`,
  dialAt: (column: number) => `Dial ${column}`,
  stripAt: (column: number) => `Touch strip ${column}`,
  empty: 'empty',
  turnLeft: 'turn left',
  turnRight: 'turn right',
  join: ', ',

  place: 'Chosen place',
  help: 'Press and hold the keys as on the real deck. A right click, or I, opens the settings of a key.',
  putHere: 'put here:',
  choosePlace: (name: string) => `Choose a place for ${name}.`,
  cancel: 'Cancel',
  settings: 'Settings',
  move: 'Move',
  clear: 'Clear',
  dragToMove: 'Drag to move',
  doesNotFit: 'It does not fit there: keys and dials take different actions.',

  palette: 'Actions',
  paletteHelp: 'Drag one onto the deck, or choose it and then a place.',

  practice: 'Practice clients',
  practiceHelp: 'Real processes with a real tray icon, to try everything on. One at a time.',
  behaviours: {
    polite: ['Polite', 'Leaves at once when asked.'],
    slow: ['Slow', 'Writes its databases first, then leaves.'],
    deaf: ['Deaf', 'Does not leave when asked.'],
    respawning: ['Respawning', 'Starts its helpers again when they end.'],
    'stubborn-helper': ['Stubborn helper', 'Leaves, but one helper stays.'],
    ghost: ['Ghost', 'Leaves, but its tray icon stays.'],
    asks: ['Asks', 'Asks back before it leaves.'],
  } as Readonly<Record<Behaviour, readonly [name: string, sentence: string]>>,
  start: 'Start',
  stop: 'Stop',
  startOne: (name: string) => `Start the ${name} client`,
  stopOne: (name: string) => `Stop the ${name} client`,
  busy: 'One moment…',
  processes: 'Processes',
  roles: { root: 'root', helper: 'helper' } as Readonly<Record<PracticeProcess['role'], string>>,
  gone: 'gone',
  icons: {
    shown: 'Tray icon: still here',
    gone: 'Tray icon: gone',
    unknown: 'Tray icon: unknown',
  } as Readonly<Record<PracticeState['icon'], string>>,

  inspector: 'Settings of the key',
  close: 'Close',
  inspectorFailed: 'The settings page did not load as it should.',

  log: 'Protocol log',
  logLines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
  logShow: 'Show lines from',
  from: { host: 'host', plugin: 'plugin', inspector: 'inspector' } as Readonly<
    Record<LogLine['from'], string>
  >,
  copy: 'Copy',
  copied: 'The log is in the clipboard.',
  copyFailed: 'The browser does not allow copying.',
};

/** All words of the page; a word that is missing in a language does not compile. */
export type Words = typeof EN;
