import path from 'node:path';
import type { Places } from '../../core/paths.ts';

/**
 * Where locks and receipts are kept, the first that works: the state folder, and where that cannot be written (a
 * full disk, a home that is read-only or another user's) the folder of this session, which lies in memory.
 */
export const stateFolders = ({ ourState, runtime }: Places): readonly string[] => {
  // Tests, and odd systems, name one folder for both.
  const session = runtime === undefined ? [] : [path.join(runtime, 'clean-exit')];
  return [...new Set([ourState, ...session])];
};
