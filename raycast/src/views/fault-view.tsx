import { List } from '@raycast/api';
import type { Fault } from '../requests/fault.ts';

/** A list that has nothing to show, and says why. */
export function FaultView({ fault }: { fault: Fault }) {
  return (
    <List>
      <List.EmptyView title={fault.what} description={fault.next} icon="sign-unknown.svg" />
    </List>
  );
}
