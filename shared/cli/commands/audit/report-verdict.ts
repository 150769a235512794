import type { Verified } from '../../../audit/verify/verify.ts';
import type { Words } from '../../../words/en.ts';
import { PLAIN } from '../../print/screen.ts';
import { verdictLines } from './verdict-lines.ts';

/** What `audit verify` says of the log, for a page: its sign is drawn there, and interrupted requests have their own part. */
export function reportVerdict(
  found: Verified,
  { isOwn, isNamed }: { readonly isOwn: boolean; readonly isNamed: boolean },
  say: Words,
): readonly string[] {
  const screen = { paint: PLAIN, unicode: true };
  const [headline = '', ...more] = verdictLines(
    { ...found, interrupted: [] },
    { screen, say, isNamed, isOwn: isOwn && found.checkpoints.length > 0 },
  );
  return [headline.replace(/^[\u2713\u2717] /, ''), ...more.map((line) => line.trim())];
}
