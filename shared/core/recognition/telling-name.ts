import { hasWildcard } from '../paths.ts';

/** As many letters as an own name has at least, see `NameKind`. */
const LETTERS = 5;

/**
 * Whether a name with a wildcard still names one client: `WeChat?.exe` does, `*.exe` and `ms*.exe` do not. Its
 * letters in front of the first wildcard count.
 */
export const isTelling = (name: string): boolean =>
  hasWildcard(name) && name.search(/[*?[{]/) >= LETTERS;
