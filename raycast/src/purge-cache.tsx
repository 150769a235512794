import type { LaunchProps } from '@raycast/api';
import { PurgeView } from './views/purge-view.tsx';
import { useComputer } from './views/use-computer.ts';

/** What could go of a client, exactly, and the way to let it go. */
export default function PurgeCache({
  arguments: { client },
}: LaunchProps<{ arguments: { client?: string } }>) {
  return <PurgeView computer={useComputer()} client={client ?? ''} />;
}
