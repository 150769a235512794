import { cleanLabel } from './menu-label.ts';

export { cleanLabel };

/** One entry of a tray menu, as `com.canonical.dbusmenu` describes it. */
export interface MenuItem {
  readonly id: number;
  /** As the client wrote it, with mnemonics. */
  readonly label: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly separator: boolean;
  /** It opens others; they may not be there yet. */
  readonly submenu: boolean;
  readonly children: readonly MenuItem[];
}

/**
 * The entry that quits: one of the client's own labels, entries nearer to the top of the tree before
 * those in submenus; else a general word, at the top alone, because 退出 below a call or an account
 * leaves only that. Nothing hidden, disabled or inside of something hidden; and no general word where
 * the client's own entry is there but cannot be used now.
 */
export function chooseQuit(
  items: readonly MenuItem[],
  labels: readonly string[],
  isQuitWord: (label: string) => boolean,
): MenuItem | undefined {
  const wanted = new Set(labels.flatMap((label) => [fold(label), fold(cleanLabel(label))]));
  const isOwn = (item: MenuItem): boolean => wanted.has(fold(cleanLabel(item.label)));
  const usable = reachable(items);
  const own = usable.find(isOwn);
  if (own !== undefined || everything(items).some(isOwn)) return own;
  return usable.find((item) => items.includes(item) && isQuitWord(item.label));
}

/** Every label that a person could click, cleaned, for the sentence that says what was there instead. */
export const labelsSeen = (items: readonly MenuItem[]): readonly string[] =>
  reachable(items).map((item) => cleanLabel(item.label));

const everything = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.flatMap((item) => [item, ...everything(item.children)]);

const fold = (text: string): string => text.trim().toLowerCase();

/** Level by level; a submenu itself is no entry to click. */
function reachable(items: readonly MenuItem[]): readonly MenuItem[] {
  const open = items.filter((item) => item.visible && item.enabled && !item.separator);
  if (open.length === 0) return [];
  return [
    ...open.filter(
      (item) => !item.submenu && item.children.length === 0 && cleanLabel(item.label) !== '',
    ),
    ...reachable(open.flatMap((item) => item.children)),
  ];
}
