import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/**
 * Whether a user id is one of those that the administrator gave to this user for their own namespaces (subuid(5)): what
 * runs so was started by them, as `podman run --user` does. False where nothing was given, or it cannot be read.
 */
export function subordinates(me: string, file = '/etc/subuid'): (owner: string) => boolean {
  let ranges: readonly (readonly [number, number])[] | undefined;
  return (owner) => {
    ranges ??= rangesOf(me, file);
    return ranges.some(([from, count]) => Number(owner) >= from && Number(owner) < from + count);
  };
}

function rangesOf(me: string, file: string): readonly (readonly [number, number])[] {
  try {
    const names = new Set([me, userInfo().username]);
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter(([name = '']) => names.has(name))
      .map(([, from, count]) => [Number(from), Number(count)] as const);
  } catch {
    return [];
  }
}
