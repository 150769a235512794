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
