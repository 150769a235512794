import type { StatusLine } from '../../core/receipt.ts';
import { words } from '../../words/words.ts';
import type { Context } from '../context.ts';
import { linesIn } from '../resolve-clients.ts';
import { rendered } from './paint.ts';
import { placeFaultLines } from './place-faults.ts';
import { statusLines } from './status.ts';

/** Shows what a look saw where it differs from the one before; `end` leaves the last of it on the screen. */
export interface ChangePrinter {
  (now: Context, lines: readonly StatusLine[]): void;
  end(): void;
}

/** What may be seen to quit. */
const HERE: readonly StatusLine['presence'][] = ['running', 'in-tray', 'residue'];

/** For a terminal, which is redrawn, for a pipe, which gets what changed, or for a reader of JSON. */
export async function changePrinter(context: Context, isNamed: boolean): Promise<ChangePrinter> {
  const { screen, json, lang } = context;
  const live = screen.isTerminal && !json ? (await import('log-update')).default : undefined;
  const once = ifChanged();
  const left = new Set<string>();
  const changes = changesIn(lang, left);
  const show = (now: Context, clients: readonly StatusLine[]): void => {
    for (const { client, presence } of clients) if (HERE.includes(presence)) left.add(client);
    if (json) {
      const unread = now.faults.length === 0 ? {} : { faults: now.faults };
      const status = { schema: 'clean-exit/status/1', clients, ...unread };
      once(JSON.stringify(status), () => screen.json(status));
      return;
    }
    const said = linesIn(now, clients);
    const whole = [
      ...statusLines(said, screen, lang, isNamed, left, now.faults.length > 0),
      ...faultLines(now),
    ];
    once(whole.join('\n'), () => {
      if (live) live(whole.map(rendered).join('\n'));
      else for (const line of changes(now, said, whole, isNamed)) screen.say(line);
    });
  };
  return Object.assign(show, { end: () => live?.done() });
}

function ifChanged(): (text: string, deed: () => void) => void {
  let shown: string | undefined;
  return (text, deed) => {
    if (text === shown) return;
    shown = text;
    deed();
  };
}

function faultLines(context: Context): readonly string[] {
  const files = new Set(context.faults.map(({ file }) => file)).size;
  const unread = files === 0 ? [] : [words(context.lang).usage.faultsRemain(files)];
  return [...placeFaultLines(context), ...unread];
}

interface Shown {
  readonly line: StatusLine;
  readonly text: string;
}

type Changes = (
  now: Context,
  lines: readonly StatusLine[],
  whole: readonly string[],
  isNamed: boolean,
) => readonly string[];

/** At first all; then each client that changed, came or went, and that nothing is left. `seen`: those that were here. */
function changesIn(lang: Context['lang'], seen: ReadonlySet<string>): Changes {
  let before: ReadonlyMap<string, Shown> | undefined;
  let faults = '';
  return (now, lines, whole, isNamed) => {
    const last = before;
    const textOf = (line: StatusLine): string =>
      statusLines([line], now.screen, lang, true, seen).join('\n');
    before = new Map(lines.map((line) => [line.client, { line, text: textOf(line) }]));
    const wrong = faultLines(now);
    const isNew = wrong.join('\n') !== faults;
    faults = wrong.join('\n');
    if (!last) return whole;
    const changed = lines.filter((one) => last.get(one.client)?.text !== textOf(one));
    const left = [...last].filter(([id, { line }]) => line.presence !== 'gone' && !before?.has(id));
    const isOver = !isNamed && lines.every(({ presence }) => presence === 'gone');
    return [
      ...statusLines(changed, now.screen, lang, true, seen),
      ...left.map(([, { line }]) => words(lang).watch.noLonger(line.name)),
      ...(isOver
        ? statusLines(lines, now.screen, lang, false, new Set(), now.faults.length > 0)
        : []),
      ...(isNew ? wrong : []),
    ];
  };
}
