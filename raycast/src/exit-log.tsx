import { ExitLogView } from './views/exit-log-view.tsx';
import { useComputer } from './views/use-computer.ts';

/** The receipts of all surfaces, newest first. */
export default function ExitLog() {
  return <ExitLogView computer={useComputer()} />;
}
