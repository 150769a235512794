import { all, textOf, titleOf, type Node } from './tree.ts';

/** What Raycast knows a row by. */
export const idOf = (node: Node): string => textOf(node.props['id']) || titleOf(node);

/** The rows that are shown for this text in the search bar: Raycast filters, unless the command does. */
export function rowsOf(view: Node, text: string): readonly Node[] {
  const rows = all(view, 'List.Item');
  const [list] = all(view, 'List');
  const itself = list?.props['onSearchTextChange'] !== undefined;
  const isFiltered = list?.props['filtering'] ?? !itself;
  if (isFiltered === false || text === '') return rows;
  return rows.filter((row) =>
    [titleOf(row), ...((row.props['keywords'] as readonly string[] | undefined) ?? [])].some(
      (word) => word.toLowerCase().includes(text.toLowerCase()),
    ),
  );
}

const PAGES = ['List', 'Detail', 'Form'];

/** The actions on offer: of this row; where no row is shown, of the empty view or of the page itself. */
export function panelOf(view: Node, row: Node | undefined): Node | undefined {
  if (row) return slotOf(row);
  const [empty] = all(view, 'List.EmptyView');
  const [page] = PAGES.flatMap((type) => all(view, type));
  return (empty && slotOf(empty)) ?? (page && slotOf(page));
}

const slotOf = (node: Node): Node | undefined =>
  node.children.find(({ type }) => type === 'slot:actions');
