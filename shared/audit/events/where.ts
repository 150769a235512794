import type { Host } from '../../core/host.ts';
import type { Known } from '../../core/known.ts';
import type { Trigger } from '../../core/trigger.ts';
import type { Stated } from '../statement.ts';

/** Who asks, by which surface, and on which computer. */
export interface Where {
  readonly host: Host | undefined;
  /** The fingerprint of the computer. */
  readonly device: Known<string>;
  /** `command line`, `Raycast`, `Stream Deck`. */
  readonly surface: string;
  readonly trigger: Trigger;
  /** The version of Clean Exit. */
  readonly program: string;
}

export const LOG_NAME = 'clean-exit/audit';

/** What every event says of that: the same members in each. */
export function statedBy(where: Where, uid: string, at: number): Stated {
  const { host, device, surface, program } = where;
  const { name, id } = host?.user ?? {};
  const [ip] = host?.addresses ?? [];
  return {
    metadata: {
      version: '1.8.0',
      product: { name: 'Clean Exit', vendor_name: 'Clean Exit', version: program },
      ...{ log_name: LOG_NAME, profiles: ['datetime', 'host'], uid },
    },
    ...{ time: at, time_dt: new Date(at).toISOString() },
    actor: {
      // OCSF: a user has a name or an id, or is not there at all.
      ...(name === undefined && id === undefined
        ? {}
        : {
            user: {
              ...(name === undefined ? {} : { name }),
              ...(id === undefined ? {} : { uid: id }),
            },
          }),
      app_name: surface,
    },
    device: {
      ...(device.known ? { uid: device.value } : {}),
      ...(host?.hostname === undefined ? {} : { hostname: host.hostname }),
      ...(ip === undefined ? {} : { ip }),
      // OCSF: one of these has to name it.
      ...(device.known || host?.hostname !== undefined || ip !== undefined
        ? {}
        : { name: 'unknown' }),
      // OCSF: 0 is "unknown"; a desktop and a laptop look the same from here.
      ...{ type_id: 0, type: 'Unknown' },
      ...(host ? { os: osOf(host.system) } : {}),
    },
  };
}

/** What could not be found out of that, by name, with its reason. */
export const unknownOf = ({ host, device }: Where): Readonly<Record<string, string>> => ({
  ...(device.known ? {} : { device: device.why.code }),
  ...(host ? unsaidBy(host) : { host: 'unsupported' }),
});

/** What the system did not say of itself. */
function unsaidBy({ hostname, addresses, user }: Host): Readonly<Record<string, string>> {
  const said = { hostname, address: addresses[0], user: user.name, user_id: user.id };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      value === undefined ? [[name, 'not-said']] : [],
    ),
  );
}

/** The other addresses: OCSF has one `ip` for a device. */
export const addressesOf = ({ host }: Where): readonly string[] => host?.addresses ?? [];

/** `type_id` of OCSF's `os`: 100 Windows, 200 Linux, 300 macOS. */
function osOf(name: string) {
  const [, type = 'Other'] = /^(Linux|Windows|Darwin)/.exec(name) ?? [];
  const ids: Readonly<Record<string, number>> = { Windows: 100, Linux: 200, Darwin: 300 };
  return { name, type: type === 'Darwin' ? 'macOS' : type, type_id: ids[type] ?? 99 };
}
