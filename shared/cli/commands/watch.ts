import { asError } from '../../core/as-error.ts';
import type { StatusLine } from '../../core/receipt.ts';
import type { WatchState } from '../../engine/engine.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { words } from '../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../context.ts';
import { engineOf } from '../engine-of.ts';
import { everyUser, forEveryUser } from '../every-user.ts';
import { changePrinter } from '../print/changes.ts';
import { nameIn, resolveClients } from '../resolve-clients.ts';

/** Between two looks; a look takes some 10 ms, so that watching stays below 1 % of a core. */
const EVERY_MS = 1_000;

export interface WatchOptions {
  /** End as soon as nothing is left. */
  readonly untilGone?: boolean;
  readonly everyUser?: boolean;
}

/**
 * Shows what changes until Ctrl-C or, with `untilGone`, until nothing is left; of all clients also those that come
 * into the catalogue later. The exit code is that of `status` at the last look. A terminal is redrawn, a pipe gets what
 * changed, with `--json` one status a change. Throws UsageError where a named client is no longer in the catalogue.
 */
export async function watch(
  given: Context,
  ids: readonly string[],
  options: WatchOptions,
): Promise<ExitCode> {
  const isNamed = ids.length > 0 && !ids.includes('all');
  const context = options.everyUser === undefined ? given : forEveryUser(given, options);
  const show = await changePrinter(context, isNamed);
  const engine = engineOf(context);
  const { cancelled } = context;
  const isEveryUser = options.everyUser !== undefined && everyUser(context, options);
  let isClean: boolean | undefined;
  let close = (): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    const monitor = engine.watch({
      everyMs: EVERY_MS,
      keepsAlive: true,
      details: () => idsIn(monitor.state, ids).map((id) => [id, 'line']),
      hasLiveDetails: true,
      onDetailed: () => {
        try {
          const now = withCatalogue(context, monitor.state);
          const lines = linesOf(now, monitor.state, isNamed ? ids : ['all']);
          if (lines === undefined) return;
          const faults = isNamed ? [] : now.faults;
          show({ ...now, faults }, lines);
          const isGone = lines.every(({ presence }) => presence === 'gone');
          const others = isEveryUser && lines.some((line) => line.others > 0);
          // Of a client that cannot be read nobody knows whether it has gone.
          isClean = isGone && !others && faults.length === 0;
          if (cancelled.aborted || (options.untilGone && isGone)) resolve();
        } catch (error) {
          reject(asError(error));
        }
      },
      onFault: (_what, error) => reject(error),
    });
    close = () => monitor.close();
    // One status is said in every case.
    const stop = (): void => (isClean === undefined ? undefined : resolve());
    cancelled.addEventListener('abort', stop, { once: true });
    monitor.setVisible(true);
  });
  try {
    await ended;
  } finally {
    close();
    show.end();
  }
  return isClean ? 0 : 1;
}

const withCatalogue = (context: Context, { catalogue }: WatchState): Context =>
  catalogue ? { ...context, ...catalogue } : context;

/** Whoever is named; of all, those of the catalogue of the last look. */
const idsIn = ({ catalogue }: WatchState, ids: readonly string[]): readonly string[] =>
  ids.length > 0 && !ids.includes('all') ? ids : (catalogue?.clients ?? []).map(({ id }) => id);

/** Undefined where a client came into the catalogue after the look began: the next look sees it. */
function linesOf(
  context: Context,
  { lines, snapshots }: WatchState,
  ids: readonly string[],
): readonly StatusLine[] | undefined {
  const clients = resolveClients(context, ids);
  if (!clients.every(({ id }) => snapshots?.has(id))) return undefined;
  return clients.map((client) => {
    const line = lines.get(client.id);
    if (line?.known) return line.value;
    const say = words(context.lang);
    const why = line === undefined ? '' : explainWhy(line.why, say);
    throw new UsageError(
      say.watch.notLooked(nameIn(context, client), why),
      say.watch.notLookedNext,
    );
  });
}
