import type { DeviceId, Ending, HostId, LogLine } from '../messages.ts';
import type { PracticeProcess, PracticeState } from '../messages.ts';
import type { Behaviour } from '../../../shared/practice/behaviour.ts';

/** The words of the page in English. */
export const EN = {
  title: 'Clean Exit: virtual deck',
  product: 'Clean Exit',
  subtitle: 'virtual deck',

  device: 'Device',
  devices: {
    mk2: '15 keys',
    xl: 'XL',
    plus: '+',
    mini: 'Mini',
    neo: 'Neo',
    pedal: 'Pedal',
  } as Readonly<Record<DeviceId, string>>,
  host: 'Host',
  hosts: { elgato: 'Elgato 7.1', opendeck: 'OpenDeck', old: 'an old host' } as Readonly<
    Record<HostId, string>
  >,
  language: 'Language of the page and the keys',
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
    start: (exit: string) => `Start a practice client, then press ${exit}.`,
    running: (exit: string) => `It is running. Press ${exit} and see whether it quits.`,
    waiting: () => 'It was asked to quit. The key shows what becomes of it.',
    hold: (key: string) => `${key} acts only when held: keep it down until its ring is full.`,
    quitFirst: (key: string) => `It is still running. Hold ${key} to quit it and then purge.`,
    stayed: (exit: string) => `It did not quit. Hold ${exit} until its ring is full to force it.`,
    hidden: (exit: string) => `Its windows are closed, but it still runs. Press ${exit}.`,
    left: (purge: string) => `It is gone. Hold ${purge} to free its cache, or start another.`,
    leftAlone: () => 'It is gone. Start another practice client: some refuse to quit.',
    purged: () => 'Its cache is purged too. Next, start a client that refuses to quit.',
    ghost: () => 'Its processes are gone, but a dead tray icon is still here. Start another.',
  },

  deck: 'Deck',
  keys: 'Keys',
  pedals: 'Pedals',
  noDisplay: 'A pedal has no display: only the Stream Deck window shows its picture.',
  strip: 'Touch strip',
  dials: 'Dials',
  keyAt: (column: number, row: number) => `Row ${row}, column ${column}`,
  pedalAt: (column: number) => `Pedal ${column}`,
  dialAt: (column: number) => `Dial ${column}`,
  stripAt: (column: number) => `Touch strip ${column}`,
  empty: 'empty',
  turnLeft: 'turn left',
  turnRight: 'turn right',
  join: ', ',

  real: 'real',
  realTitle: 'This key is real',
  realKey: (key: string, client: string) =>
    `${key} acts on ${client} on this computer, not on the practice client.`,
  realKeyAny: (key: string) => `${key} acts on every chat client that runs on this computer.`,
  realAllow: 'Allow this key',
  realPractise: 'Use the practice client',

  practiceName: 'practice client',
  requests: {
    exit: 'Safe exit',
    force: 'Force exit',
    purge: 'Purge cache',
    hide: 'Hide',
    restore: 'Restore',
  } as Readonly<Record<Ending['request'], string>>,
  ended: (request: string, client: string, how: string) => `${request}, ${client}: ${how}.`,
  answered: (key: string, says: string) => `${key}: ${says}`,
  verdicts: {
    gone: 'gone',
    'still-running': 'still running',
    partly: 'partly gone',
    unknown: 'unknown, because not everything could be seen',
  } as Readonly<Record<Ending['verdict'], string>>,
  notRunning: 'it was not running',
  refused: 'refused, nothing was done',
  cancelled: 'cancelled',
  nothingRemoved: 'nothing was removed',
  trashed: (size: string) => `${size} moved to the trash`,
  removed: (size: string) => `${size} removed`,
  partlyRemoved: (size: string) => `only a part was removed, ${size}`,
  hidden: 'hidden, but still running',
  notHidden: 'not hidden',

  place: 'Chosen place',
  help: 'Press and hold the keys as on the real deck. A right click, or I, opens the settings of a key.',
  putHere: 'put here:',
  choosePlace: (name: string) => `Choose a place for ${name}.`,
  cancel: 'Cancel',
  settings: 'Settings',
  pick: 'Settings of a key',
  picking: 'Choose the key whose settings you want. It is not pressed.',
  move: 'Move',
  clear: 'Clear',
  dragToMove: 'Drag to move',
  doesNotFit: 'It does not fit there: keys and dials take different actions.',

  palette: 'Actions',
  paletteHelp: 'Drag one onto the deck, or choose it and then a place.',

  practice: 'Practice clients',
  practiceHelp: 'Real processes with a real tray icon, to try everything on. One at a time.',
  behaviours: {
    polite: ['Polite', 'Quits at once when asked.'],
    slow: ['Slow', 'Writes its databases first, then quits.'],
    deaf: ['Deaf', 'Ignores the request to quit.'],
    respawning: ['Respawning', 'Starts its helpers again when they end.'],
    'stubborn-helper': ['Stubborn helper', 'Quits, but one helper stays.'],
    ghost: ['Ghost', 'Quits, but its tray icon stays.'],
    asks: ['Asks', 'Asks back before it quits.'],
  } as Readonly<Record<Behaviour, readonly [name: string, sentence: string]>>,
  start: 'Start',
  stop: 'Stop',
  startOne: (name: string) => `Start the ${name} client`,
  stopOne: (name: string) => `Stop the ${name} client`,
  busy: 'One moment…',
  processes: 'Processes',
  roles: { root: 'main process', helper: 'helper' } as Readonly<
    Record<PracticeProcess['role'], string>
  >,
  gone: 'gone',
  icons: {
    shown: 'Tray icon: still here',
    gone: 'Tray icon: gone',
    unknown: 'Tray icon: unknown',
  } as Readonly<Record<PracticeState['icon'], string>>,

  inspector: (key: string) => `Settings: ${key}`,
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
