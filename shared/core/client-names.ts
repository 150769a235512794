import type { Client } from './client.ts';
import { hasWildcard, lastPart } from './paths.ts';

/**
 * A name as it is compared: in any case and width, without blanks, hyphens and the ending of a program.
 * Empty where nothing of it is left.
 */
export const foldedName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/\.(?:exe|app)$/, '');

/** What people call a client, its id first. */
export const spokenNames = ({
  id,
  name,
  nameZh,
  otherNames = [],
}: Pick<Client, 'id' | 'name' | 'nameZh' | 'otherNames'>): readonly string[] => [
  ...new Set([id, name, nameZh, ...otherNames]),
];

/** The same, with its packages, its bundles and the programs that a person starts: `WXWork`, `telegram-desktop`. */
export const namesOf = (client: Client): readonly string[] => [
  ...calledNames(client),
  ...client.editions.flatMap(({ bundleIds, roots }) => [...bundleIds, ...programsIn(roots)]),
];

/** The programs that a client starts itself. */
export const helperNames = ({ editions }: Client): readonly string[] =>
  editions.flatMap(({ helpers }) => programsIn(helpers));

const programsIn = (patterns: Client['editions'][number]['helpers']): readonly string[] =>
  patterns
    .map(({ exe, script = exe }) => lastPart(script))
    .filter((program) => !hasWildcard(program));

const PROGRAM = /\.(?:exe|app)\s*$/i;

/**
 * The clients that somebody means by a name: the one with this id; else all that are called so; else all whose own
 * program is, and a name with the ending of a program means that at once; else all that start such a program.
 * Several are a question, none is a mistake.
 */
export function clientsCalled(clients: readonly Client[], said: string): readonly Client[] {
  const exact = clients.filter(({ id }) => id === said);
  const wanted = foldedName(said);
  if (exact.length > 0 || wanted === '') return exact;
  const tiers = [...(PROGRAM.test(said) ? [] : [calledNames]), namesOf, helperNames];
  for (const names of tiers) {
    const found = clients.filter((one) => names(one).some((name) => foldedName(name) === wanted));
    if (found.length > 0) return found;
  }
  return [];
}

/** The same, with its aliases: `weixin`, `WXWork`. */
export const calledNames = (client: Client): readonly string[] => [
  ...spokenNames(client),
  ...(client.aliases ?? []),
];
