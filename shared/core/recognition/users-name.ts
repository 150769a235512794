import type { NameKind } from '../client.ts';
import { hasWildcard, lastPart } from '../paths.ts';
import { namesNobody } from './names-nobody.ts';

/** Words that many programs are called by. */
const WORDS =
  /^(?:messenger|launcher|desktop|electron|appimage|application|autostart|bootstrap|standalone|wrapper)/i;

/** From this length on a name that is no word is seldom that of a second program. */
const LONG = 8;

/**
 * How far the name of a program speaks for a client that a person described, where the file does not say it:
 * a long fixed name is its own.
 */
export function usersName({ exe, script }: { exe: string; script?: string | undefined }): NameKind {
  const name = lastPart(exe);
  const isLong = name.length >= LONG && /\p{L}{5}/u.test(name);
  const isOwn = isLong && script === undefined && !hasWildcard(name) && !/[*?[{]/.test(name);
  return isOwn && !WORDS.test(name) && !namesNobody(exe) ? 'own' : 'common';
}
