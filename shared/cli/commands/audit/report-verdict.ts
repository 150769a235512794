import type { Verified } from '../../../audit/verify/verify.ts';
import type { Words } from '../../../words/en.ts';
import { PLAIN } from '../../print/screen.ts';
import { verdictLines } from './verdict-lines.ts';

/** How many checkpoints that agree are named one by one. */
const NAMED = 3;

/** What `audit verify` says of the log, for a page: its sign is drawn there, and interrupted requests have their own part. */
export function reportVerdict(found: Verified, isOwn: boolean, say: Words): readonly string[] {
  const good = found.checkpoints.filter(({ code }) => code === 'ok');
  const shown = found.checkpoints.filter(
    (one) => one.code !== 'ok' || good.indexOf(one) >= good.length - NAMED,
  );
  const [headline = '', ...more] = verdictLines(
    { ...found, interrupted: [], checkpoints: shown },
    { screen: { paint: PLAIN, unicode: true }, say, isOwn: isOwn && found.checkpoints.length > 0 },
  );
  const all = found.checkpoints.length;
  return [
    headline.replace(/^[\u2713\u2717] /, ''),
    ...more.map((line) => line.trim()),
    ...(all > shown.length ? [say.auditReport.checkpoints(all, good.length)] : []),
  ];
}
