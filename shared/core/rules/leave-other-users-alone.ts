import type { Process } from '../model.ts';

/** Only a process of our own user may be asked or ended, root or not (rule R1): the rest is seen. */
export const leaveOtherUsersAlone = (process: Process, me: string): boolean => process.owner !== me;
