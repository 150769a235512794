import { lstatSync } from 'node:fs';
import { isGone } from './errno.ts';
import { namesOf, onDisk, type ReadFolders } from './names.ts';
import { inode } from './unit.ts';
import { ByteCount } from './byte-count.ts';
import { YieldToLoop } from './yield-to-loop.ts';

/** Bytes on disk of all files below a folder; a link is not followed. Throws where it may not look. */
export async function sizeOf(folder: string, read?: ReadFolders): Promise<number> {
  const byteCount = new ByteCount();
  const yielding = new YieldToLoop();
  const visit = async (file: string): Promise<void> => {
    if (yielding.isDue) await yielding.give();
    const own = lstatSync(onDisk(file), { throwIfNoEntry: false });
    if (own?.isDirectory()) for (const name of listed(file, read)) await visit(`${file}/${name}`);
    else if (own) {
      const bytes = own.blocks * 512;
      if (own.nlink === 1) byteCount.add(1, bytes);
      else byteCount.add(1, 0, [{ key: inode(own), names: own.nlink, bytes }]);
    }
  };
  await visit(folder);
  return byteCount.bytes;
}

function listed(folder: string, read?: ReadFolders): readonly string[] {
  try {
    return namesOf(folder, read).names;
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
