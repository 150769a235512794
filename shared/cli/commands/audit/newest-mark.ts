import {
  readGiven,
  type CheckedCheckpoint,
  type GivenCheckpoint,
} from '../../../audit/verify/checkpoints.ts';
import type { Mark } from '../../print/audit-page/page.ts';

/** The checkpoint of most lines, as the page shows it; undefined where there is none. */
export async function newestMark(
  given: readonly GivenCheckpoint[],
  checked: readonly CheckedCheckpoint[],
): Promise<Mark | undefined> {
  const [newest] = given
    .flatMap(({ name, note }) => {
      const size = readGiven({ name, note }).checkpoint?.size;
      const code = checked.find((one) => one.name === name)?.code;
      return size === undefined || code === undefined || code === 'other-log'
        ? []
        : [{ size, note, code }];
    })
    .sort((a, b) => b.size - a.size);
  if (!newest) return undefined;
  const { renderSVG } = await import('uqr');
  // In HTML it needs no name of its language, which looks like an address.
  const svg = renderSVG(newest.note, { border: 2 }).replace(/ xmlns="[^"]*"/, '');
  return { ...newest, svg };
}
