import { confusion, type Pair } from './matrix.ts';
import { MEANINGS } from './meanings.ts';

const BEGIN = '<!-- look-alikes: npm run assets -->';
const END = '<!-- /look-alikes -->';

/** A page with the table between its marks as these pairs say; unchanged where it has no marks. */
export const withTable = (page: string, pairs: readonly Pair[]): string => {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  return from < 0 || to < from
    ? page
    : `${page.slice(0, from)}${BEGIN}\n\n${table(pairs)}\n${page.slice(to)}`;
};

/** The same, measured now. */
export const measured = (page: string): string => withTable(page, confusion(MEANINGS));

const partsOf = (name: string): readonly [action: string, state: string] => {
  const at = name.indexOf(' / ');
  return [name.slice(0, at), name.slice(at + 3)];
};

type Side = readonly [action: string, state: string];
interface Found {
  readonly one: Side;
  readonly other: Side;
  readonly pair: Pair;
}

function table(pairs: readonly Pair[]): string {
  const all = pairs.map((pair): Found => ({
    one: partsOf(pair.one),
    other: partsOf(pair.other),
    pair,
  }));
  const actions = [...new Set(all.flatMap(({ one, other }) => [one[0], other[0]]))];
  const states = [...new Set(all.flatMap(({ one, other }) => [one[1], other[1]]))];
  const byState = states.map((state) => {
    const nearest = all.find(
      ({ one, other }) => one[0] === other[0] && (one[1] === state || other[1] === state),
    );
    const alike = nearest?.one[1] === state ? nearest.other : nearest?.one;
    return `| ${state} | ${alike?.[1] ?? ''} | ${alike?.[0] ?? ''} | ${nearest?.pair.cells ?? ''} | ${nearest?.pair.vision ?? ''} |\n`;
  });
  const byAction = actions.map((one) => {
    const least = actions.map((other) =>
      one === other ? '' : (all.find((two) => isOf(two, one, other))?.pair.cells ?? ''),
    );
    return `| ${[one, ...least].join(' | ')} |\n`;
  });
  return [
    '| state | most alike state of one action | on | cells | told worst by |\n',
    '| --- | --- | --- | --- | --- |\n',
    ...byState,
    '\n',
    `| cells, at least | ${actions.join(' | ')} |\n`,
    `| --- |${' --- |'.repeat(actions.length)}\n`,
    ...byAction,
  ].join('');
}

const isOf = ({ one, other }: Found, a: string, b: string): boolean =>
  (one[0] === a && other[0] === b) || (one[0] === b && other[0] === a);
