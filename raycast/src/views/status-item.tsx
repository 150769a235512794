import { List } from '@raycast/api';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import { grantsFor } from '../show/grant.ts';
import { PRESENCE, presenceWord } from '../show.ts';
import type { Details } from './use-details.ts';
import { RequestActions } from './request-actions.tsx';
import { StatusDetail } from './status-detail.tsx';

interface Props {
  readonly computer: Computer;
  readonly snapshot: ClientSnapshot;
  readonly details: Details | undefined;
  readonly look: () => Promise<void>;
}

/** One client in the list, with everything about it beside it. */
export function StatusItem({ computer, snapshot, details, look }: Props) {
  const { client, presence } = snapshot;
  const line = details?.line;
  const files = line?.known ? filesOf(line.value) : undefined;
  const grants = grantsFor(computer.machine.platform, snapshot, files);
  return (
    <List.Item
      id={client}
      title={nameOf(computer, client)}
      icon={PRESENCE[presence]}
      keywords={[client, computer.clients.find(({ id }) => id === client)?.nameZh ?? '']}
      accessories={[
        ...(grants.length > 0 ? [{ tag: 'Grant Access' }] : []),
        { text: presenceWord(presence) },
      ]}
      detail={
        <StatusDetail computer={computer} snapshot={snapshot} details={details} grants={grants} />
      }
      actions={
        <RequestActions computer={computer} snapshot={snapshot} grants={grants} look={look} />
      }
    />
  );
}

/** Whether its files could be counted, as a fact again. */
const filesOf = ({ bytes, bytesWhy }: { bytes: number | null; bytesWhy?: string }) =>
  bytes !== null
    ? ({ known: true, value: bytes } as const)
    : ({
        known: false,
        why: { code: bytesWhy === 'denied' ? 'denied' : 'failed' },
      } as const);
