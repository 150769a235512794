import type { Trashed } from '../files/disk.ts';

/** Why the recycle bin gets a thing no more, or never. */
export const HANGS = 'the recycle bin does not answer';
export const OTHER_NAME = 'the recycle bin takes this name for another one';

export const noTrash = (why: string): Trashed => ({ trashed: false, code: 'no-trash', why });

/** Undefined where it takes longer than so many ms. */
export function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
