import { words } from '../../../words/words.ts';
import type { PrintedDevice } from '../../../schema/printed/device.ts';
import { clientsNamed } from '../../clients-named.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { throwPolicyFaults } from '../../policy.ts';
import { resolveClients } from '../../resolve-clients.ts';
import { ordersOf } from './orders-of.ts';

/** The fingerprint of this computer and the digest of its policy, for these clients, as an order names them. */
export async function showDevice(context: Context, said: readonly string[]): Promise<ExitCode> {
  const { screen, json, lang } = context;
  const say = words(lang).order;
  const ids = await clientsNamed(context, said, 'device');
  const clients = resolveClients(context, ids).map(({ id }) => id);
  // The digest is of the policy under which an order of an exit runs.
  await throwPolicyFaults(context, 'exit', clients, 'order');
  const orders = ordersOf(context);
  const device = await orders.device();
  if (!device.known) throw new UsageError(say.noDevice, say.noDeviceNext);
  const policy = await orders.policy(clients);
  if (json)
    screen.json({
      ...{ schema: 'clean-exit/device/1', device: device.value, policy },
    } satisfies PrintedDevice);
  else
    for (const [label, value] of [
      [say.row.device, device.value],
      [say.row.policy, policy],
    ] as const)
      screen.verbatim(`${label} ${value}`);
  return 0;
}
