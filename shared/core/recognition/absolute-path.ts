import type { Known } from '../known.ts';

/**
 * A path as an absolute one with forward slashes, without `.`, `..` and double slashes; relative to `cwd`.
 * One that is relative to nobody knows where stays relative.
 */
export function absolutePath(path: string, cwd: Known<string> | undefined): string {
  const slashed = path.replaceAll('\\', '/');
  const drive = /^[A-Za-z]:/.exec(slashed)?.[0] ?? '';
  const isAbsolute = drive !== '' || slashed.startsWith('/');
  if (!isAbsolute && !cwd?.known) return normalised(slashed);
  return isAbsolute
    ? drive + normalised(slashed.slice(drive.length))
    : normalised(`${cwd?.known ? cwd.value : ''}/${slashed}`);
}

function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !path.startsWith('/')) parts.push(part);
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}
