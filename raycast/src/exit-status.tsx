import { List } from '@raycast/api';
import { useState } from 'react';
import { StatusItem } from './views/status-item.tsx';
import { clock } from './show/overview.ts';
import { useComputer } from './views/use-computer.ts';
import { useDetails } from './views/use-details.ts';
import { useLooks } from './views/use-looks.ts';
import { isThere } from './requests/whom.ts';

const SECTIONS = [
  ['Still Here', isThere],
  ['Cannot Tell', ({ presence }) => presence === 'unknown'],
  ['Gone', ({ presence }) => presence === 'gone'],
] as const satisfies readonly (readonly [string, typeof isThere])[];

/** Every client and what is left of it; looks again every few seconds while it is open. */
export default function ExitStatus() {
  const computer = useComputer();
  const looks = useLooks(computer);
  const [selected, select] = useState<string | null>(null);
  const details = useDetails(
    computer,
    looks.glances?.find(({ client }) => client === selected),
  );
  return (
    <List
      isLoading={looks.isLooking && !looks.glances}
      isShowingDetail={looks.glances !== undefined}
      onSelectionChange={select}
      searchBarPlaceholder="Find a client"
    >
      {!looks.glances && <List.EmptyView title="Looking…" icon="sign-looking.svg" />}
      {computer &&
        SECTIONS.map(([title, is]) => {
          const some = (looks.glances ?? []).filter(is);
          return (
            <List.Section
              key={title}
              title={title}
              subtitle={`${some.length} at ${clock(looks.at)}`}
            >
              {some.map((glance) => (
                <StatusItem
                  key={glance.client}
                  computer={computer}
                  glance={glance}
                  details={details?.of === glance.client ? details : undefined}
                  look={looks.look}
                />
              ))}
            </List.Section>
          );
        })}
    </List>
  );
}
