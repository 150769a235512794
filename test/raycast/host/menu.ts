import { all, titleOf, type Node } from './tree.ts';

const ITEMS: ReadonlySet<string> = new Set(['MenuBarExtra.Item', 'MenuBarExtra.Submenu']);

/** Raycast knows the items of a menu by their titles, so that two of one level must not share one. */
export function checkMenu(view: Node, onError: (error: Error) => void): void {
  const levels = [...all(view, 'MenuBarExtra'), ...all(view, 'MenuBarExtra.Submenu')];
  for (const level of levels) {
    const titles = itemsOf(level).map(titleOf);
    const twice = titles.find((title, at) => titles.indexOf(title) !== at);
    if (twice !== undefined) onError(new Error(`the menu has two items "${twice}" at one level`));
  }
}

/** The items of one level, also those in sections, not those of submenus or alternates. */
const itemsOf = (node: Node): readonly Node[] =>
  node.children.flatMap((child) =>
    ITEMS.has(child.type) ? [child] : child.type === 'MenuBarExtra.Section' ? itemsOf(child) : [],
  );

/** What stands in the place of the items of this level while ⌥ is down. */
const alternatesOf = (level: Node): readonly Node[] =>
  itemsOf(level).flatMap((item) =>
    item.children.filter(({ type }) => type === 'slot:alternate').flatMap(itemsOf),
  );

/** The item that a path of titles leads to, level by level; the beginning of a title will do where no other has it. */
export function itemAt(view: Node, titles: readonly string[]): Node {
  const [bar] = all(view, 'MenuBarExtra');
  if (!bar || titles.length === 0) throw new Error('no menu, or no title');
  return titles.reduce((level, title) => {
    const isAlternate = title.startsWith('⌥');
    const wanted = isAlternate ? title.slice(1) : title;
    const offered = isAlternate ? alternatesOf(level) : itemsOf(level);
    const exact = offered.filter((node) => titleOf(node) === wanted);
    const found = exact.length > 0 ? exact : offered.filter((n) => titleOf(n).startsWith(wanted));
    const [one, another] = found;
    if (!one) throw new Error(`no ${title} at this level: ${offered.map(titleOf).join(', ')}`);
    if (another) throw new Error(`${title} is ${found.map(titleOf).join(' or ')}`);
    return one;
  }, bar);
}

/** The menu as it stays on the screen when its command is unloaded. */
export const still = (node: Node): Node => ({ ...node, children: node.children.map(still) });
