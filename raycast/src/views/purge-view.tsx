import { List } from '@raycast/api';
import { useState } from 'react';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import { presenceWord, PRESENCE } from '../show.ts';
import type { Computer } from '../requests/computer.ts';
import { useChosen } from './use-chosen.ts';
import { TIERS, useListings } from './use-listings.ts';
import { ExactSection, StaysSection } from './purge-rows.tsx';
import { FaultView } from './fault-view.tsx';
import { AccountsSection, TierItem } from './purge-items.tsx';
import { isInDoubt } from '../requests/resolve-clients.ts';
import { PurgeActions } from './purge-actions.tsx';

/** Tiers, accounts and every folder of one client; what was found so far is shown while the rest is looked for. */
export function PurgeView({
  computer,
  client,
  title,
  onPurged,
}: {
  computer: Computer | undefined;
  client: string;
  /** Of a page that another one opened; a command of its own has its title from Raycast. */
  title?: string;
  /** What was counted before may be no longer so. */
  onPurged?: () => Promise<void>;
}) {
  const [turn, setTurn] = useState(0);
  const { client: chosen, choose, snapshot, fault } = useChosen(computer, client, turn);
  const listings = useListings(computer, chosen, turn);
  const again = (): void => {
    setTurn((before) => before + 1);
    void onPurged?.();
  };
  if (fault) return <FaultView fault={fault} />;
  if (listings?.fault) return <FaultView fault={listings.fault} />;
  if (!computer || chosen === undefined) return <List isLoading />;
  const isGone = hasLeft(snapshot);
  const actions = { computer, client: chosen, isGone, again };
  return (
    <List
      isLoading={listings?.isLooking !== false}
      {...(title === undefined ? {} : { navigationTitle: title })}
      searchBarPlaceholder="Find a folder"
      searchBarAccessory={
        <List.Dropdown tooltip="Client" value={chosen} onChange={choose}>
          {computer.clients.map(({ id, name }) => (
            <List.Dropdown.Item key={id} title={name} value={id} />
          ))}
        </List.Dropdown>
      }
    >
      {snapshot && !isGone && (
        <List.Section title="First">
          <List.Item
            id="first"
            title={whyNotYet(snapshot)}
            subtitle="Its files are not touched before it was seen to be gone"
            icon={PRESENCE[snapshot.presence]}
            actions={<PurgeActions {...actions} />}
          />
        </List.Section>
      )}
      <List.Section title="What Can Go">
        {TIERS.map((tier) => (
          <TierItem key={tier} tier={tier} found={listings?.tiers[tier]} {...actions} />
        ))}
      </List.Section>
      <AccountsSection accounts={listings?.accounts} {...actions} />
      <ExactSection tiers={listings?.tiers ?? {}} {...actions} />
      <StaysSection listings={listings} {...actions} />
    </List>
  );
}

/** Whether no process is in the way of its files; an icon that nobody holds is not. */
const hasLeft = (snapshot: ClientSnapshot | undefined): boolean =>
  snapshot?.seen.processes.known === true &&
  snapshot.seen.processes.value.length === 0 &&
  !isInDoubt(snapshot);

/** That it has not left is said only where it was seen. */
function whyNotYet({ seen: { processes }, presence }: ClientSnapshot): string {
  const isSeen = processes.known && processes.value.length > 0;
  return isSeen ? `It Has Not Left: ${presenceWord(presence)}` : 'Cannot Tell Whether It Has Left';
}
