import { readGiven, type GivenCheckpoint } from '../../../audit/verify/checkpoints.ts';
import type { Verified } from '../../../audit/verify/verify.ts';
import type { Words } from '../../../words/en.ts';
import type { Mark } from '../../print/audit-page/page.ts';

/** The checkpoint of most lines, as the page shows it; undefined where there is none. */
export async function newestMark(
  given: readonly GivenCheckpoint[],
  { checkpoints, first, count }: Verified,
  say: Words,
): Promise<Mark | undefined> {
  const [newest] = given
    .flatMap(({ name, note }) => {
      const size = readGiven({ name, note }).checkpoint?.size;
      const code = checkpoints.find((one) => one.name === name)?.code;
      return size === undefined || code === undefined || code === 'other-log'
        ? []
        : [{ size, note, code }];
    })
    .sort((a, b) => b.size - a.size);
  if (!newest) return undefined;
  const { renderSVG } = await import('uqr');
  // In HTML it needs no name of its language, which looks like an address.
  const svg = renderSVG(newest.note, { border: 2 }).replace(/ xmlns="[^"]*"/, '');
  const { code, size, note } = newest;
  if (code === 'ok' || code === 'before-pruned') return { size, note, svg };
  const said = say.auditVerify.checkpointIs[code];
  return { size, note, svg, fault: typeof said === 'string' ? said : said(size, first + count) };
}
