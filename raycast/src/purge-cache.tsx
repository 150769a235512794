import type { LaunchProps } from '@raycast/api';
import { clientNamed, type ClientArguments } from './requests/client-arguments.ts';
import { FaultView } from './views/fault-view.tsx';
import { PurgeView } from './views/purge-view.tsx';
import { useComputer } from './views/use-computer.ts';

/** What could go of a client, exactly, and the way to let it go. */
export default function PurgeCache({
  arguments: given,
}: LaunchProps<{ arguments: ClientArguments }>) {
  const { computer, fault } = useComputer();
  return fault ? (
    <FaultView fault={fault} />
  ) : (
    <PurgeView computer={computer} client={clientNamed(given)} />
  );
}
