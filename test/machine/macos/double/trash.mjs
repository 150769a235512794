import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';

/** As the Finder names things in the Trash. */
export function intoTrash(home, file) {
  if (!existsSync(file)) return { code: 4, why: 'The file doesn’t exist.' };
  const folder = path.join(home, '.Trash');
  mkdirSync(folder, { recursive: true });
  const { name, ext } = path.parse(file);
  let to = path.join(folder, name + ext);
  for (let n = 2; existsSync(to); n++) to = path.join(folder, `${name} ${n}${ext}`);
  renameSync(file, to);
  return { to };
}
