import { FaultView } from './views/fault-view.tsx';
import { ExitLogView } from './views/exit-log-view.tsx';
import { useComputer } from './views/use-computer.ts';

/** The receipts of all surfaces, newest first. */
export default function ExitLog() {
  const { computer, fault } = useComputer();
  return fault ? <FaultView fault={fault} /> : <ExitLogView computer={computer} />;
}
