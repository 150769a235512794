import { useEffect, useState } from 'react';
import { openComputer, type Computer } from '../requests/computer.ts';
import { faultOf, type Fault } from '../requests/fault.ts';

export interface Opened {
  /** Undefined until it is open, and where it cannot be. */
  readonly computer: Computer | undefined;
  /** Why it cannot be opened. */
  readonly fault: Fault | undefined;
}

/** This computer while a view is open. */
export function useComputer(): Opened {
  const [opened, setOpened] = useState<Opened>({ computer: undefined, fault: undefined });
  useEffect(() => {
    const opening = openComputer();
    opening.then(
      (computer) => setOpened({ computer, fault: undefined }),
      (error: unknown) =>
        setOpened({ computer: undefined, fault: faultOf(error, 'Reading the Settings') }),
    );
    return () => void opening.then(({ machine }) => machine.leave()).catch(() => undefined);
  }, []);
  return opened;
}
