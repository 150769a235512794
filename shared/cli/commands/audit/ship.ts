import type { PrintedAuditShip } from '../../../schema/printed/audit-keep.ts';
import { auditFolder } from '../../../store/audit/log-folder.ts';
import { linesFrom } from '../../../store/audit/segments.ts';
import { ship } from '../../../store/audit/ship.ts';
import { spoolsIn } from '../../../store/audit/spool.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { destinationOf, type ShipTo } from './destination.ts';

export interface ShipOptions extends ShipTo {
  readonly again?: string;
  readonly dryRun?: boolean;
}

/** 0: all of it is there. 1: not yet. Throws UsageError where nothing says where, or there is no log. */
export async function shipAudit(context: Context, said: ShipOptions): Promise<ExitCode> {
  const { screen, json, lang, machine, store } = context;
  const say = words(lang).auditKeep;
  const { policy } = await store.policy();
  const destination = destinationOf(context, policy, said);
  const folder = auditFolder(machine.places, policy.log?.algorithm);
  const again = said.again === undefined ? {} : { again: numberOf(context, said.again) };
  const { to } = destination;
  if (said.dryRun) {
    const next = again.again ?? spoolsIn(folder).find((one) => one.to === to)?.next ?? 0;
    const lines = [...linesFrom(folder, next)].length;
    const answer = { code: 'would', to, shipped: lines, again: 0, left: lines, lost: 0 } as const;
    if (json)
      screen.json({ schema: 'clean-exit/audit-ship/1', ...answer } satisfies PrintedAuditShip);
    else screen.say(say.would(lines, to));
    return 0;
  }
  const found = await ship({ folder, destination, now: machine.clock.now(), ...again });
  if (found.code === 'no-log') throw new UsageError(say.noLog(folder), say.noLogNext);
  if (found.code === 'busy') throw new UsageError(say.busy(found.pid), say.busyNext);
  if (json)
    screen.json({ schema: 'clean-exit/audit-ship/1', to, ...found } satisfies PrintedAuditShip);
  else for (const line of sentences(found, to, say)) screen.say(line);
  return found.code === 'shipped' ? 0 : 1;
}

type Found = Extract<Awaited<ReturnType<typeof ship>>, { readonly shipped: number }>;

function sentences(
  { code, shipped, again, left, lost, fault }: Found,
  to: string,
  say: ReturnType<typeof words>['auditKeep'],
): readonly string[] {
  const head =
    code === 'failed'
      ? say.failed(to, fault?.detail ?? fault?.code ?? '')
      : shipped === 0 && again === 0
        ? say.nothingNew(to)
        : say.shipped(shipped + again, to);
  return [
    head,
    ...(again > 0 && code === 'shipped' ? [say.sentAgain(again)] : []),
    ...(lost > 0 ? [say.lost(lost)] : []),
    ...(code === 'failed' && left > 0 ? [`  ${say.left(left)}`] : []),
  ];
}

function numberOf({ lang }: Context, said: string): number {
  if (/^\d{1,15}$/.test(said)) return Number(said);
  throw new UsageError(words(lang).auditKeep.badLine(said));
}
