/** The practice client. */
export const practice = {
  started: (behaviour: string, root: number, helpers: number, home: string) =>
    `practice client started (${behaviour}): root ${root}, ${helpers} helpers, home ${home}`,
  stopped: (processes: number, home: string) =>
    `practice client stopped: ${processes} processes ended, ${home} removed`,
  none: 'no practice client is running',
  running: 'A practice client is running already.',
  runningNext: 'Stop it first: clean-exit practice stop',
  next: 'Start it first: clean-exit practice start',
  noIcon: (why: string) => `no tray icon: ${why}`,
  fileInTheWay: (file: string) => `${file} is a client file that is not ours.`,
  fileInTheWayNext: 'Rename it first; it was left as it is.',
};
