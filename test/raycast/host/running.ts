import { fieldsOf, valuesOf, walk } from './form.ts';
import { checkMenu, itemAt, still } from './menu.ts';
import type { Navigation } from './navigation.ts';
import { idOf, panelOf, rowsOf } from './rows.ts';
import type { Toast } from './toast.ts';
import { accessoriesOf, all, readable, titleOf, type Node } from './tree.ts';
import { until } from './waiting.ts';
import type { Said, World } from './world.ts';

/** What a person did on one page. */
class OnPage {
  selected: string | undefined;
  /** The selection that the command asked for last. */
  asked: unknown;
  search = '';
  readonly typed = new Map<string, unknown>();
}

/** A command that was launched, and what a person sees of it and does with it. */
export class Running {
  readonly world: World;
  readonly errors: unknown[] = [];
  readonly toasts: Toast[] = [];
  root: Node = { type: 'root', props: {}, children: [] };
  navigation: Navigation | undefined;
  /** When a no-view command is done; of others, when they are stopped. */
  ended: Promise<void>;
  isOver = false;
  unmount: () => void = () => undefined;
  readonly #since: number;
  readonly #onPages = new WeakMap<Node, OnPage>();
  #end: () => void = () => undefined;

  constructor(world: World) {
    this.world = world;
    this.#since = world.said.length;
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  get said(): readonly Said[] {
    return this.world.said.slice(this.#since);
  }

  /** The toast that is on the screen. */
  get toast(): Toast | undefined {
    return this.toasts.findLast((one) => one.isShown);
  }

  /** The page on top. */
  get view(): Node {
    return this.root.children.at(-1) ?? this.root;
  }

  all = (type: string): readonly Node[] => all(this.view, type);
  find = (type: string, match: Match = () => true): Node | undefined =>
    this.all(type).find((node) => matches(node, match));
  text = (): string => readable(this.view);

  /** The rows that are left after the search. */
  rows = (): readonly Node[] => rowsOf(this.view, this.#page.search);

  /** The row of this title, as one line with all that stands at its end. */
  row(title: string | RegExp): string {
    const found = this.rows().find((node) => matches(node, title));
    return found ? [titleOf(found), ...accessoriesOf(found)].join(' | ') : '';
  }

  committed(): void {
    checkMenu(this.view, (error) => this.fail(error));
    this.#select();
    this.world.changed();
  }

  fail(error: unknown): void {
    this.errors.push(error);
    this.world.changed();
  }

  /** Resolves as soon as the check holds, looked at after every change; a failure of the command rejects. */
  until<T>(what: string, check: () => T | undefined | false): Promise<T> {
    return until(this, what, check);
  }

  /** Moves to the row of this title or id. */
  select(title: string | RegExp): void {
    const rows = this.rows();
    const found =
      rows.find((one) => matches(one, title)) ?? rows.find((one) => idOf(one) === title);
    if (!found) throw new Error(`no row ${String(title)}\n${this.text()}`);
    this.#page.selected = idOf(found);
    this.#tellSelection();
  }

  /** Types into the search bar. */
  search(text: string): void {
    const list = this.#one('List');
    this.#page.search = text;
    call(list, 'onSearchTextChange', text);
    this.#select();
    this.world.changed();
  }

  /** Types into the field of a form. */
  fill(id: string, value: unknown): void {
    const field = fieldsOf(this.view).get(id);
    if (!field) throw new Error(`no field ${id} in\n${this.text()}`);
    this.#page.typed.set(id, value);
    call(field, 'onChange', value);
  }

  /** What the form would submit now. */
  formValues = (): object => valuesOf(this.view, this.#page.typed);

  /** The actions that are offered for the row that is selected. */
  actions(): readonly string[] {
    return this.#panel().map(titleOf);
  }

  /** Carries out the action of this title for the row that is selected. */
  async press(title: string): Promise<void> {
    const found = this.#panel().find((node) => titleOf(node) === title);
    if (!found) throw new Error(`offered are ${this.actions().join(', ')}, not ${title}`);
    await carryOut(found);
  }

  /** Chooses in the list above the rows. */
  choose(value: string): void {
    const dropdown = this.#one('List.Dropdown');
    const values = all(dropdown, 'List.Dropdown.Item').map(({ props }) => props['value']);
    if (!values.includes(value))
      throw new Error(`to choose are ${values.join(', ')}, not ${value}`);
    call(dropdown, 'onChange', value);
  }

  /** Clicks into the menu: the titles of the submenus and of the item; `⌥` before the last for its alternate. */
  async click(...path: readonly string[]): Promise<void> {
    await carryOut(itemAt(this.view, path), { type: 'left-click' });
  }

  /** Waits until the menu is not loading; then Raycast unloads the command, and the menu stays as it is. */
  async settled(): Promise<this> {
    const isLoading = (): boolean =>
      this.all('MenuBarExtra').some(({ props }) => props['isLoading'] === true);
    await this.until('the menu is not loading', () => !isLoading());
    this.root = still(this.root);
    this.stop();
    return this;
  }

  back(): void {
    this.navigation?.pop();
  }

  /** Closes it, as a person who presses escape. */
  stop(): void {
    this.isOver = true;
    this.unmount();
    this.#end();
  }

  get #page(): OnPage {
    const page = this.#onPages.get(this.view) ?? new OnPage();
    this.#onPages.set(this.view, page);
    return page;
  }

  #one(type: string): Node {
    const found = this.find(type);
    if (!found) throw new Error(`no ${type} in\n${this.text()}`);
    return found;
  }

  #panel(): readonly Node[] {
    const rows = this.rows();
    const row = rows.find((node) => idOf(node) === this.#page.selected) ?? rows[0];
    const panel = panelOf(this.view, row);
    return panel ? walk(panel).filter(({ type }) => /^Action(\.|$)/.test(type)) : [];
  }

  /** A list always has a row that is selected: at first the first, later also the one that the command asks for. */
  #select(): void {
    const page = this.#page;
    const ids = this.rows().map(idOf);
    const asked = this.find('List')?.props['selectedItemId'];
    const isNew = asked !== page.asked && ids.includes(asked as string);
    if (isNew) page.asked = asked;
    const next = isNew ? (asked as string) : (ids.find((id) => id === page.selected) ?? ids[0]);
    if (next === page.selected && next !== undefined) return;
    page.selected = next;
    this.#tellSelection();
  }

  #tellSelection(): void {
    const list = this.find('List');
    const id = this.#page.selected ?? null;
    if (list) queueMicrotask(() => call(list, 'onSelectionChange', id));
  }
}

/** A title, a pattern for it, or a question about the node. */
export type Match = string | RegExp | ((node: Node) => boolean);

function matches(node: Node, wanted: Match): boolean {
  if (typeof wanted === 'function') return wanted(node);
  return typeof wanted === 'string' ? titleOf(node) === wanted : wanted.test(titleOf(node));
}

const call = ({ props }: Node, name: string, ...all: unknown[]): unknown =>
  (props[name] as ((...all: unknown[]) => unknown) | undefined)?.(...all);

/** Raycast shows something without a deed as switched off: nobody can press it. */
async function carryOut(node: Node, ...event: unknown[]): Promise<void> {
  if (typeof node.props['onAction'] !== 'function')
    throw new Error(`${titleOf(node)} does nothing: it cannot be pressed`);
  await call(node, 'onAction', ...event);
}
