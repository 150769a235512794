/** The practice client. */
export const practice = {
  started: (behaviour: string, root: number, helpers: number) =>
    `practice app started (${behaviour}): main process ${root}, ${helpers} helpers`,
  home: (home: string) => `home: ${home}`,
  startedNext: 'Quit it: clean-exit exit practice',
  stopped: (processes: number, home: string) =>
    `practice app stopped: ${processes} processes ended, ${home} removed`,
  none: 'no practice app is running',
  running: 'A practice app is already running.',
  runningNext: 'Stop it first: clean-exit practice stop',
  next: 'Start it first: clean-exit practice start',
  noIcon: (why: string) => `no tray icon: ${why}`,
  fileInTheWay: (file: string) => `${file} is your own client file.`,
  fileInTheWayNext: 'Rename it first; it was not changed.',
};
