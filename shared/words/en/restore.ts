/** What a restore from the trash says. */
export const restore = {
  none: 'no purge can be put back',
  how: (record: string) => `Put back: clean-exit restore ${record}`,
  unsupported: 'Clean Exit cannot restore from the trash of this system.',
  unsupportedNext: 'Restore it from the system’s own trash.',
  unknown: (record: string) => `There is no record called "${record}".`,
  unknownNext: 'See which records there are: clean-exit restore',
  runs: (client: string) => `${client} is running: nothing was put back.`,
  runsNext: (client: string) => `Quit it first: clean-exit exit ${client}`,
  unseen: (client: string, why: string) =>
    `Clean Exit cannot tell whether ${client} is running${why}: nothing was put back.`,
  unseenNext: (client: string) => `See why: clean-exit status ${client}`,
  busy: (client: string) =>
    `Another Clean Exit request is running for ${client}: nothing was put back.`,
  busyNext: 'Wait until it has finished, then try again.',
  noClient: (client: string) =>
    `${client} is no longer a known client, so Clean Exit cannot tell whether it is running: nothing was put back.`,
  noClientNext: 'Add its client file again; the files are still in the trash.',
  hold: 'A hold is in force: nothing was put back.',
  holdNext: 'Ask the administrator who set the hold in the policy.',
  stopped: (client: string, why: string) =>
    `Stopped, because ${client} is running or can no longer be checked${why}. The rest is still in the trash.`,
  count: (can: number, all: number) => `${can} of ${all} can be put back`,
  countMore: (count: number) => `, ${count} only in part or altered`,
  countBefore: (count: number) => `, ${count} already put back`,
  back: (back: number, things: number) => `${back} of ${things} put back`,
  /** What became of one thing, or would. */
  thing: {
    restorable: 'can be put back',
    'restorable-altered': 'can be put back, but was altered in the trash',
    'restorable-partly': 'can be put back in part; the rest stays in the trash',
    restored: 'put back',
    altered: 'put back; it was changed while in the trash',
    partly: 'partly put back; the rest stays in the trash',
    'not-in-trash': 'no longer in the trash',
    'already-back': 'already put back',
    changed: 'the trash holds something else under this name',
    occupied: 'its place is taken: it stays in the trash',
    denied: 'the system does not allow it: it stays in the trash',
    'behind-link': 'its path leads through a link: it stays in the trash',
    'no-folder': 'its folder no longer exists: it stays in the trash',
    stopped: 'not put back (stopped before): it stays in the trash',
    failed: 'could not be put back',
  },
};
