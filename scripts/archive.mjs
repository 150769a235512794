// Archives that are the same for the same content: sorted, without dates, without owners.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';

/** The first day that a zip can say. */
const DAY = new Date(1980, 0, 1);

/** A zip of these contents by path; a path that ends in `/` is a folder. */
export function archive(contents) {
  const entries = Object.entries(contents)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => [name, [Buffer.from(content), { mtime: DAY, level: 9 }]]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

/**
 * Every file below a folder by its path from there, with `/`.
 * @param {string} folder
 * @param {(name: string) => boolean} but those that are left out
 */
export function filesBelow(folder, but = () => false) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = all
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const named = files.map((name) => [name.split(path.sep).join('/'), name]);
  return Object.fromEntries(
    named
      .filter(([name]) => !but(name))
      .map(([name, file]) => [name, readFileSync(path.join(folder, file))]),
  );
}
