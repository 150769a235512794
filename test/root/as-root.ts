import { describe } from 'vitest';

/** Tests in which being root is the point: another user's files, mounts. */
export const asRoot = (title: string, tests: () => void): void => {
  const isRoot = process.getuid?.() === 0;
  describe.skipIf(!isRoot)(`${title}${isRoot ? '' : ': run sudo npm test'}`, tests);
};
