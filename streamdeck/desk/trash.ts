import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where practice clients live, as the trash writes down where a file came from. */
const PRACTICE = /^Path=.*\/clean-exit-practice-[0-9a-f]{12}\//m;

/**
 * Whether a trash holds anything that did not come from a practice client: somebody gave a key a real client
 * and purged it. What cannot be read may be that as well.
 */
export function holdsForeign(trash: string): boolean {
  const info = path.join(trash, 'info');
  try {
    const names = readdirSync(info).filter((name) => name.endsWith('.trashinfo'));
    return names.some((name) => !PRACTICE.test(readFileSync(path.join(info, name), 'utf8')));
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
