import { bytes } from '@shared/words/bytes.ts';
import type { Platform } from '@shared/core/model.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { binOf } from './bin.ts';

/** What went away and where to; undefined where nothing did. */
function wentOf({ removed }: Receipt, platform: Platform): string | undefined {
  if (!removed || removed.files === 0) return undefined;
  const size = bytes(removed.bytes);
  return removed.to === 'trash'
    ? `${size} moved to the ${binOf(platform)}`
    : `${size} freed for good`;
}

const isStopped = ({ steps }: Receipt): boolean => steps.some(({ why }) => why === 'cancelled');
const isLost = ({ refusals }: Receipt): boolean =>
  refusals.some(({ code }) => code === 'not-in-trash');

/** What a purge took away, measured by what went, and whether it came to its end. */
export function purged(receipt: Receipt, platform: Platform): string {
  const { refusals, steps } = receipt;
  const went = wentOf(receipt, platform);
  if (went === undefined) {
    if (isLost(receipt))
      return `something left its place and was not seen in the ${binOf(platform)}`;
    if (isStopped(receipt)) return 'stopped before anything was removed';
    return refusals.length > 0 || steps.some(({ why }) => why === 'declined')
      ? 'nothing was removed'
      : 'there was nothing to remove';
  }
  if (isLost(receipt)) return `${went}; more left its place and was not seen there`;
  if (isStopped(receipt)) return `${went}, then stopped`;
  return refusals.length > 0 ? `${went}, and something stayed` : went;
}

/** The same in a few words. */
export function purgedInShort(receipt: Receipt, platform: Platform): string {
  const went = wentOf(receipt, platform);
  const whole = purged(receipt, platform);
  if (went !== undefined) return went === whole ? went : 'not all was removed';
  if (isLost(receipt)) return `not seen in the ${binOf(platform)}`;
  return isStopped(receipt) ? 'stopped' : whole;
}
