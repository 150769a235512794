import { orCancelled } from '../../engine/cancel.ts';
import type { Context, ExitCode } from '../context.ts';
import { resolveClients } from '../resolve-clients.ts';
import { rendered } from '../print/paint.ts';
import { statusLines } from '../print/status.ts';
import { engineOf } from '../engine-of.ts';

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
  const { screen, lang, json, machine, cancelled } = context;
  const named = ids.length > 0;
  const wanted = resolveClients(context, named ? ids : ['all']).map((client) => client.id);
  const engine = engineOf(context);
  const live = screen.isTerminal && !json ? (await import('log-update')).default : undefined;
  let shown = '';
  for (;;) {
    const lines = await engine.status(wanted);
    const status_ = { schema: 'clean-exit/status/1', clients: lines };
    const said = json ? [] : statusLines(lines, screen, lang, named);
    const text = json ? JSON.stringify(status_) : said.join('\n');
    if (text !== shown) {
      if (json) screen.json(status_);
      else if (live) live(said.map(rendered).join('\n'));
      else for (const line of said) screen.say(line);
    }
    shown = text;
    const gone = lines.every((line) => line.presence === 'gone');
    if (untilGone && gone) return finish(live, gone);
    await orCancelled(machine.sleep(EVERY_MS), cancelled);
    if (cancelled.aborted) return finish(live, gone);
  }
}

function finish(live: { done(): void } | undefined, gone: boolean): ExitCode {
  live?.done();
  return gone ? 0 : 1;
}
