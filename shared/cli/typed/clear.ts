import type { Deed } from './deeds.ts';
import type { Meaning, Reading } from './reading.ts';

/**
 * The words behind `clean-exit` of a sentence that is nothing but a request: polite words, one verb and its clients in
 * either order, and the cache of a purge. Any other word or sign leaves it unclear (undefined), because what is not
 * understood may say the opposite. A force is clear only as its verb and then its clients.
 */
export function clearIn({ parts }: Pick<Reading, 'parts'>): readonly string[] | undefined {
  const bare = trimmed(parts);
  const shape = bare.map((one) => LETTERS[one.is] ?? '?').join('');
  const [deed, ...others] = bare.flatMap((one) => (one.is === 'deed' ? [one.deed] : []));
  const clients = new Set(bare.flatMap((one) => (one.is === 'client' ? [one.client] : [])));
  const targets = bare.some(({ is }) => is === 'all') ? ['all'] : [...clients];
  if (deed === undefined) return CLIENTS.test(shape) ? ['offer', ...targets] : undefined;
  if (others.length > 0 || deed === 'leave') return undefined;
  const isClear =
    deed === 'force'
      ? bare.length === parts.length && /^d(?:c)*$/.test(shape)
      : isRequest(shape, deed);
  return isClear ? [deed, ...targets] : undefined;
}

/** One letter a kind, so that the order is a pattern. */
const LETTERS: Readonly<Partial<Record<Meaning['is'], string>>> = {
  ...{ deed: 'd', client: 'c', all: 'a', joiner: 'j', cache: 'k' },
};

const CLIENTS = /^(?:c(?:j?c)*|a)$/;
const REQUEST = /^(?:d|d(?:c(?:j?c)*|a)|(?:c(?:j?c)*|a)d)$/;

const isRequest = (shape: string, deed: Deed): boolean =>
  REQUEST.test(deed === 'purge' ? shape.replace(/k$/, '') : shape);

/** Without the polite words around it. */
function trimmed(parts: readonly Meaning[]): readonly Meaning[] {
  const isOther = ({ is }: Meaning): boolean => is !== 'polite';
  return parts.slice(parts.findIndex(isOther), parts.findLastIndex(isOther) + 1);
}
