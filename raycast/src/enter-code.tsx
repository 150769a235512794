import type { LaunchProps } from '@raycast/api';
import { useState } from 'react';
import type { Computer } from './requests/computer.ts';
import { Fault } from './requests/fault.ts';
import { waitingIn, type Waiting } from './requests/waiting.ts';
import { CodeForm } from './views/code-form.tsx';
import { FaultView } from './views/fault-view.tsx';
import { useComputer } from './views/use-computer.ts';

const NOTHING_WAITS = new Fault(
  'Nothing Waits for a Code',
  'This form opens by itself where a policy demands a one-time code for what you asked.',
);

/** Asks for the one-time code that a request waits for, and carries out just that request. */
export default function EnterCode({ launchContext }: LaunchProps<{ launchContext?: object }>) {
  const { computer, fault } = useComputer();
  const [waiting] = useState(() => waitingIn(launchContext));
  const isOurs = waiting && (!computer || areKnown(waiting, computer));
  if (fault) return <FaultView fault={fault} />;
  return isOurs ? (
    <CodeForm computer={computer} waiting={waiting} />
  ) : (
    <FaultView fault={NOTHING_WAITS} />
  );
}

/** Of a client that the catalogue does not have there is nothing to ask. */
const areKnown = ({ requests }: Waiting, { clients }: Computer): boolean =>
  requests.every(({ client }) => clients.some(({ id }) => id === client));
