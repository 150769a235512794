import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { meaningOf } from '../core/order/meaning.ts';
import type { Order } from '../core/order/order.ts';

/**
 * SHA-256 of what an order means, as 64 hexadecimal digits: over its canonical JSON (RFC 8785), never over the bytes of
 * a file. Its texts are well-formed Unicode, as the schema holds them to.
 */
export const orderDigest = (order: Order): string =>
  createHash('sha256')
    .update(canonicalize(meaningOf(order)), 'utf8')
    .digest('hex');

/** The digests of several policies as one: that of the only one where all are the same. */
export function jointDigest(digests: readonly string[]): string {
  const [only, ...others] = [...new Set(digests)];
  if (only !== undefined && others.length === 0) return only;
  return `sha256:${createHash('sha256').update(canonicalize(digests)).digest('hex')}`;
}
