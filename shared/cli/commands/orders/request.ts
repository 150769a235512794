import type { RequestKind, Tier } from '../../../core/model.ts';
import { words } from '../../../words/words.ts';
import { clientsNamed } from '../../clients-named.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { throwPolicyFaults } from '../../policy.ts';
import { refuseAll } from '../reset.ts';
import { resolveClients } from '../../resolve-clients.ts';
import { expiryOf } from './expiry.ts';
import { ordersOf } from './orders-of.ts';

export interface OrderOptions {
  readonly then?: 'force';
  readonly tier?: readonly Tier[];
  readonly account?: string;
  readonly permanently?: boolean;
  readonly everything?: boolean;
  readonly expires?: string;
  readonly exactly?: boolean;
  readonly forDevice?: string;
  readonly policy?: string;
}

/** Writes an order to standard output; nothing is done before two persons approved it. Throws UsageError. */
export async function requestOrder(
  context: Context,
  kind: RequestKind,
  said: readonly string[],
  options: OrderOptions,
): Promise<ExitCode> {
  const { screen, json, lang, machine } = context;
  const say = words(lang).order;
  refuseOptions(context, kind, options);
  const ids = await clientsNamed(context, said, `request ${kind}`);
  if (kind === 'reset') refuseAll(context, ids);
  const clients = resolveClients(context, ids).map(({ id }) => id);
  await throwPolicyFaults(context, kind, clients, 'order');
  const { then, tier = ['cache'], account, permanently, everything, exactly } = options;
  const made = await ordersOf(context).make({
    ...{ kind, clients, exactly, device: options.forDevice, policy: options.policy },
    expires: expiryOf(options.expires, machine.clock.now(), lang),
    ...(then === undefined ? {} : { then }),
    ...(kind === 'purge' ? { tiers: [...new Set(tier)] } : {}),
    ...(account === undefined ? {} : { account }),
    ...(permanently ? { permanently: true as const } : {}),
    ...(everything ? { everything: true as const } : {}),
  });
  if ('order' in made) {
    if (json) screen.json(made.order);
    else screen.document(made.order);
    return 0;
  }
  if (!('blind' in made)) throw new UsageError(say.noDevice, say.noDeviceNext);
  throw new UsageError(say.notSeen(made.blind.join(', ')), say.notSeenNext);
}

const FINGERPRINT = /^[0-9a-f]{64}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** What does not go together, or is not written as it has to be. */
function refuseOptions({ lang }: Context, kind: RequestKind, options: OrderOptions): void {
  const say = words(lang).order;
  const { forDevice, policy, tier, account, permanently, everything, exactly } = options;
  if (options.then !== undefined && kind !== 'exit' && kind !== 'wipe')
    throw new UsageError(say.onlyExit, say.onlyNext);
  if (everything && kind !== 'reset') throw new UsageError(say.onlyReset, say.onlyNext);
  const ofPurge = Object.entries({ tier, account, permanently }).find(
    ([, value]) => value !== undefined,
  );
  if (ofPurge && kind !== 'purge')
    throw new UsageError(say.onlyPurge(`--${ofPurge[0]}`), say.onlyNext);
  if (tier?.includes('your-files') && !exactly)
    throw new UsageError(say.ownFiles, say.ownFilesNext);
  if (policy !== undefined && !DIGEST.test(policy))
    throw new UsageError(say.badPolicy(policy), say.badDeviceNext);
  if (forDevice === undefined) return;
  if (!FINGERPRINT.test(forDevice))
    throw new UsageError(say.badDevice(forDevice), say.badDeviceNext);
  if (exactly) throw new UsageError(say.exactlyHere, say.exactlyHereNext);
  if (policy === undefined)
    throw new UsageError(say.otherDeviceNeedsPolicy, say.otherDeviceNeedsPolicyNext);
}
