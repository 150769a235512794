import { asError } from '../../core/as-error.ts';
import type { StatusLine } from '../../core/receipt.ts';
import type { WatchState } from '../../engine/engine.ts';
import type { Context, ExitCode } from '../context.ts';
import { engineOf } from '../engine-of.ts';
import { rendered } from '../print/paint.ts';
import { statusLines } from '../print/status.ts';
import { resolveClients } from '../resolve-clients.ts';

/** Between two looks; a look takes some 10 ms, so that watching stays below 1 % of a core. */
const EVERY_MS = 1_000;

/**
 * A line that changes when something changes, until Ctrl-C or, with `untilGone`, until nothing is
 * left. On a pipe one line a change; with `--json` one status a change.
 */
export async function watch(
  context: Context,
  ids: readonly string[],
  { untilGone }: { readonly untilGone?: boolean },
): Promise<ExitCode> {
  const { screen, json, cancelled } = context;
  const wanted = resolveClients(context, ids.length > 0 ? ids : ['all']).map(({ id }) => id);
  const live = screen.isTerminal && !json ? (await import('log-update')).default : undefined;
  const show = printer(context, ids.length > 0, live);
  const engine = engineOf(context);
  let isGone: boolean | undefined;
  let close = (): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    const monitor = engine.watch({
      everyMs: EVERY_MS,
      keepsAlive: true,
      details: () => wanted.map((id) => [id, 'line']),
      hasLiveDetails: true,
      onDetailed: () => {
        try {
          const lines = linesOf(monitor.state, wanted);
          show(lines);
          isGone = lines.every(({ presence }) => presence === 'gone');
          if (cancelled.aborted || (untilGone && isGone)) resolve();
        } catch (error) {
          reject(asError(error));
        }
      },
      onFault: (_what, error) => reject(error),
    });
    close = () => monitor.close();
    // One status is said in every case.
    const stop = (): void => (isGone === undefined ? undefined : resolve());
    cancelled.addEventListener('abort', stop, { once: true });
    monitor.setVisible(true);
  });
  try {
    await ended;
  } finally {
    close();
    live?.done();
  }
  return isGone ? 0 : 1;
}

/** What may be seen to leave. */
const HERE: readonly StatusLine['presence'][] = ['running', 'in-tray', 'residue'];

function linesOf({ lines }: WatchState, ids: readonly string[]): readonly StatusLine[] {
  return ids.map((id) => {
    const line = lines.get(id);
    if (!line?.known) throw new Error(`not looked at: ${id}`);
    return line.value;
  });
}

/** Says a status where it differs from the one before. */
function printer(
  { screen, lang, json, faults }: Context,
  isNamed: boolean,
  live: ((text: string) => void) | undefined,
): (lines: readonly StatusLine[]) => void {
  let shown = '';
  const left = new Set<string>();
  return (clients) => {
    const unread = isNamed || faults.length === 0 ? {} : { faults };
    const status = { schema: 'clean-exit/status/1', clients, ...unread };
    for (const { client, presence } of clients) if (HERE.includes(presence)) left.add(client);
    const said = json ? [] : statusLines(clients, screen, lang, isNamed, left);
    const text = json ? JSON.stringify(status) : said.join('\n');
    if (text === shown) return;
    shown = text;
    if (json) screen.json(status);
    else if (live) live(said.map(rendered).join('\n'));
    else for (const line of said) screen.say(line);
  };
}
