import type { Navigation } from './components.ts';
import { checkMenu } from './menu.ts';
import type { Toast } from './toast.ts';
import { accessoriesOf, all, readable, textOf, titleOf, type Node } from './tree.ts';
import type { Said, World } from './world.ts';

/** How long something may take to come about, in ms. */
const PATIENCE_MS = 15_000;

/** A command that was launched, and what a person sees of it and does with it. */
export class Running {
  readonly world: World;
  readonly errors: unknown[] = [];
  readonly toasts: Toast[] = [];
  root: Node = { type: 'root', props: {}, children: [] };
  navigation: Navigation | undefined;
  /** Of a no-view command: when it is done. */
  ended: Promise<void> = Promise.resolve();
  isOver = false;
  unmount: () => void = () => undefined;
  readonly #since: number;
  #selected: string | undefined;

  constructor(world: World) {
    this.world = world;
    this.#since = world.said.length;
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
  find = (type: string, title: string | RegExp): Node | undefined =>
    this.all(type).find((node) => matches(titleOf(node), title));
  text = (): string => readable(this.view);

  /** The row of this title, as one line with all that stands at its end. */
  row(title: string | RegExp): string {
    const found = this.find('List.Item', title);
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
    return new Promise((resolve, reject) => {
      const over = (then: () => void): void => {
        clearTimeout(timer);
        stop();
        then();
      };
      const tell = (why: string): Error =>
        new Error(
          `${why}: ${what}\n${this.errors.map(String).join('\n')}\n${this.text()}\n${JSON.stringify(this.said, null, 1)}`,
        );
      const look = (): void => {
        if (this.errors.length > 0) return over(() => reject(tell('the command failed')));
        const found = check();
        if (found) over(() => resolve(found));
      };
      const stop = this.world.listen(look);
      const timer = setTimeout(() => over(() => reject(tell('waited in vain'))), PATIENCE_MS);
      look();
    });
  }

  /** Moves to the row of this title. */
  select(title: string | RegExp): void {
    const found = this.find('List.Item', title);
    if (!found) throw new Error(`no row ${String(title)}\n${this.text()}`);
    this.#selected = idOf(found);
    this.#tellSelection();
  }

  /** The actions that are offered for the row that is selected. */
  actions(): readonly string[] {
    return this.#panel().map(titleOf);
  }

  /** Carries out the action of this title for the row that is selected. */
  async press(title: string): Promise<void> {
    const found = this.#panel().find((node) => titleOf(node) === title);
    if (!found) throw new Error(`offered are ${this.actions().join(', ')}, not ${title}`);
    await (found.props['onAction'] as (() => unknown) | undefined)?.();
  }

  /** Chooses in the list above the rows. */
  choose(value: string): void {
    const [dropdown] = this.all('List.Dropdown');
    (dropdown?.props['onChange'] as ((value: string) => void) | undefined)?.(value);
  }

  /** Clicks into the menu: the titles of the submenus and of the item; `⌥` before the last for its alternate. */
  async click(...path: readonly string[]): Promise<void> {
    let [at] = this.all('MenuBarExtra');
    for (const title of path) {
      const isAlternate = title.startsWith('⌥');
      const wanted = isAlternate ? title.slice(1) : title;
      const items = at ? [...all(at, 'MenuBarExtra.Submenu'), ...all(at, 'MenuBarExtra.Item')] : [];
      at = items.find(
        (node) => titleOf(node).startsWith(wanted) && isInAlternate(at, node) === isAlternate,
      );
      if (!at) throw new Error(`no ${title} in\n${this.text()}`);
    }
    await (at?.props['onAction'] as (() => unknown) | undefined)?.();
  }

  back(): void {
    this.navigation?.pop();
  }

  /** Closes it, as a person who presses escape. */
  stop(): void {
    this.isOver = true;
    this.unmount();
  }

  #panel(): readonly Node[] {
    const rows = this.all('List.Item');
    const row = rows.find((node) => idOf(node) === this.#selected) ?? rows[0];
    const owner = row ?? this.view;
    const panel = all(owner, 'slot:actions')[0];
    return panel ? walk(panel).filter(({ type }) => /^Action(\.|$)/.test(type)) : [];
  }

  /** A list always has a row that is selected: at first the first. */
  #select(): void {
    const rows = this.all('List.Item');
    if (rows.some((node) => idOf(node) === this.#selected)) return;
    const [first] = rows;
    this.#selected = first ? idOf(first) : undefined;
    this.#tellSelection();
  }

  #tellSelection(): void {
    const [list] = this.all('List');
    const tell = list?.props['onSelectionChange'] as ((id: string | null) => void) | undefined;
    const id = this.#selected ?? null;
    if (tell) queueMicrotask(() => tell(id));
  }
}

const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

const idOf = (node: Node): string => textOf(node.props['id']) || titleOf(node);

const walk = (node: Node): readonly Node[] => [node, ...node.children.flatMap(walk)];

const isInAlternate = (root: Node | undefined, node: Node): boolean =>
  root !== undefined && all(root, 'slot:alternate').some((slot) => walk(slot).includes(node));
