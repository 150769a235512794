import { List } from '@raycast/api';
import path from 'node:path';
import { useState } from 'react';
import { StatusItem } from './views/status-item.tsx';
import { clock } from './show/clock.ts';
import { PRESENCE } from './show.ts';
import { FaultView } from './views/fault-view.tsx';
import { useComputer } from './views/use-computer.ts';
import { useDetails } from './views/use-details.ts';
import { useWatch } from './views/use-watch.ts';
import { isThere } from './requests/resolve-clients.ts';

const SECTIONS = [
  ['Still Here', isThere],
  ['Cannot Tell', ({ presence }) => presence === 'unknown'],
  ['Gone', ({ presence }) => presence === 'gone'],
] as const satisfies readonly (readonly [string, typeof isThere])[];

/** Every client and what is left of it; looks again every few seconds while it is open. */
export default function ExitStatus() {
  const { computer, fault } = useComputer();
  const [selected, select] = useState<string | null>(null);
  const watched = useWatch(computer, selected);
  const details = useDetails(computer, selected, watched);
  const { snapshots, state, look } = watched;
  const isLooking = !state?.snapshots;
  if (fault) return <FaultView fault={fault} />;
  return (
    <List
      isLoading={isLooking}
      isShowingDetail={snapshots !== undefined}
      onSelectionChange={select}
      searchBarPlaceholder="Find a client"
    >
      {!snapshots && (
        <List.EmptyView
          title={isLooking ? 'Looking…' : 'Cannot Tell What Is Running'}
          icon={isLooking ? 'sign-looking.svg' : 'sign-unknown.svg'}
        />
      )}
      {computer &&
        SECTIONS.map(([title, is]) => {
          const some = (snapshots ?? []).filter(is);
          return (
            <List.Section
              key={title}
              title={title}
              subtitle={`${some.length} at ${clock(Math.max(0, state?.at ?? 0))}`}
            >
              {title === 'Cannot Tell' &&
                computer.faults.map(({ file, field, expected }) => (
                  <List.Item
                    key={`${file} ${field}`}
                    title={path.basename(file)}
                    subtitle={`${field || 'file'} expected ${expected}`}
                    icon={PRESENCE.unknown}
                    detail={
                      <List.Item.Detail
                        markdown={`Clean Exit did not look for the app of this file:\n\n\`${file}\``}
                      />
                    }
                  />
                ))}
              {some.map((snapshot) => (
                <StatusItem
                  key={snapshot.client}
                  computer={computer}
                  snapshot={snapshot}
                  details={details?.of === snapshot.client ? details : undefined}
                  look={look}
                />
              ))}
            </List.Section>
          );
        })}
    </List>
  );
}
