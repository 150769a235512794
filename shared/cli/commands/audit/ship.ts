import { accessSync, constants } from 'node:fs';
import type { PrintedAuditShip } from '../../../schema/printed/audit-keep.ts';
import { destinationOf, type Destination } from '../../../store/audit/destination.ts';
import { auditFolder } from '../../../store/audit/log-folder.ts';
import { ship } from '../../../store/audit/ship.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { shippedLines } from './shipped-lines.ts';

export interface ShipOptions {
  readonly to?: string;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly again?: string;
  readonly dryRun?: boolean;
}

/** 0: the destination has every entry. 1: it may not. Throws UsageError for what was named wrongly. */
export async function shipAudit(context: Context, flags: ShipOptions): Promise<ExitCode> {
  const { screen, json, lang, machine, store } = context;
  const say = words(lang).auditShip;
  const { log = {} } = (await store.policy()).policy;
  const destination = destinationIn(context, flags, log.ship);
  const folder = auditFolder(machine.places, log.algorithm);
  const again = numberIn(context, flags.again);
  const found = await ship({
    ...{ folder, destination, now: () => machine.clock.now(), isDry: flags.dryRun === true },
    ...(again === undefined ? {} : { again }),
  });
  if (found.code === 'no-log') throw new UsageError(say.noLog(folder), say.noLogNext);
  const { to } = destination;
  if (found.code === 'busy') throw new UsageError(say.busy(found.pid, to), say.busyNext);
  if (json)
    screen.json({ schema: 'clean-exit/audit-ship/1', to, ...found } satisfies PrintedAuditShip);
  else
    for (const line of shippedLines(found, { to, named: namedBy(flags), say: words(lang), screen }))
      screen.say(line);
  return found.code === 'failed' || found.lost > 0 ? 1 : 0;
}

/** The options that say where, as they are typed again; empty where the policy says it. */
const namedBy = (flags: ShipOptions): string =>
  (['to', 'ca', 'cert', 'key'] as const)
    .flatMap((name) => (flags[name] === undefined ? [] : [` --${name} ${flags[name]}`]))
    .join('');

/** What was named, or what the policy says; its certificates are for its own destination alone. */
function destinationIn(
  { lang }: Context,
  flags: ShipOptions,
  ofPolicy: { readonly to: string; readonly ca?: string } | undefined,
): Destination {
  const say = words(lang).auditShip;
  const to = flags.to ?? ofPolicy?.to;
  if (to === undefined) throw new UsageError(say.noTarget, say.noTargetNext);
  const { cert, key, ca = to === ofPolicy?.to ? ofPolicy.ca : undefined } = flags;
  const isTls = /^syslog\+tls:/i.test(to);
  if (!isTls && (flags.ca ?? cert ?? key) !== undefined)
    throw new UsageError(say.plain, say.badTargetNext);
  if ((cert === undefined) !== (key === undefined)) throw new UsageError(say.pair, say.noFileNext);
  const destination = destinationOf(to, {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  });
  if (!destination) throw new UsageError(say.badTarget(to), say.badTargetNext);
  for (const file of isTls ? [ca, cert, key] : [])
    if (file !== undefined && !isReadable(file))
      throw new UsageError(say.noFile(file), say.noFileNext);
  return destination;
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function numberIn({ lang }: Context, said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  const number = Number(said);
  if (/^\d+$/.test(said) && Number.isSafeInteger(number)) return number;
  const say = words(lang).auditShip;
  throw new UsageError(say.badNumber(said), say.badNumberNext);
}
