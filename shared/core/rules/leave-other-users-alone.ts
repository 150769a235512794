import type { Process } from '../model.ts';

/** Only a process of our own user may be asked or ended, root or not (rule R1). */
export const leaveOtherUsersAlone = <P extends Process>(
  processes: readonly P[],
  me: string,
): readonly P[] => processes.filter((process) => process.owner === me);
