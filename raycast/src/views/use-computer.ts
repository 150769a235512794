import { useEffect, useState } from 'react';
import { openComputer, type Computer } from '../requests/computer.ts';
import { tellFault } from '../show/tell.ts';

/** This computer while a view is open; undefined until it is, and where it cannot be. */
export function useComputer(): Computer | undefined {
  const [computer, setComputer] = useState<Computer>();
  useEffect(() => {
    const opened = openComputer();
    opened.then(setComputer, (error: unknown) => tellFault(error));
    return () => void opened.then(({ machine }) => machine.leave()).catch(() => undefined);
  }, []);
  return computer;
}
