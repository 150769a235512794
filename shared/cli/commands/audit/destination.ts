import type { Policy } from '../../../core/model.ts';
import type { Destination } from '../../../store/audit/ship.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context } from '../../context.ts';

export interface ShipTo {
  readonly to?: string;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** Where the log goes: as the options say, else as the policy does. Throws UsageError. */
export function destinationOf({ lang }: Context, policy: Policy, said: ShipTo): Destination {
  const say = words(lang).auditKeep;
  const { ship } = policy.log ?? {};
  const to = said.to ?? ship?.to;
  if (to === undefined) throw new UsageError(say.noTarget, say.noTargetNext);
  const { ca = said.to === undefined ? ship?.ca : undefined, cert, key } = said;
  if ((cert === undefined) !== (key === undefined)) throw new UsageError(say.pairOptions);
  const [, scheme, name] = /^syslog\+(tcp|tls):\/\/([^\s/]+)$/.exec(to) ?? [];
  if (scheme !== 'tls' && (ca ?? cert ?? key) !== undefined)
    throw new UsageError(say.plainOptions, say.badTargetNext);
  if (name === undefined) {
    if (ABSOLUTE.test(to)) return { to, folder: to };
    throw new UsageError(say.badTarget(to), say.badTargetNext);
  }
  const [, host = '', digits = ''] =
    /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(name)?.filter(Boolean) ?? [];
  const port = Number(digits);
  if (host === '' || port < 1 || port > 65_535)
    throw new UsageError(say.badTarget(to), say.badTargetNext);
  const given = {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  };
  return { to, receiver: { host, port, ...(scheme === 'tls' ? { tls: given } : {}) } };
}

/** A path of any system. */
const ABSOLUTE = /^(\/|[A-Za-z]:[\\/]|\\\\)/;
