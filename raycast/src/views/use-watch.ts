import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import type { Computer } from '../requests/computer.ts';
import { reportFault } from '../show/with-toast.ts';

/** How long a view waits after a look before it looks again, in ms. */
const AGAIN_MS = 5_000;

export interface Looks {
  /** Undefined until the first look. */
  readonly snapshots: readonly ClientSnapshot[] | undefined;
  /** When that was, in ms since 1970. */
  readonly at: number;
  readonly isLooking: boolean;
  /** Looks now: one look at a time, and one more for whoever asked meanwhile. */
  readonly look: () => Promise<void>;
  /** Counts the looks that somebody asked for: what takes longer to see is looked at anew as well. */
  readonly turn: number;
}

/** Looks again and again while a view is open. A look that failed is told, and shows nothing of before. */
export function useLooks(computer: Computer | undefined): Looks {
  const [seen, setSeen] = useState<{ snapshots: readonly ClientSnapshot[]; at: number }>();
  const [isLooking, setLooking] = useState(true);
  const [turn, setTurn] = useState(0);
  const now = useRef<Promise<void> | undefined>(undefined);
  const next = useRef<Promise<void> | undefined>(undefined);

  const lookOnce = useCallback(async (): Promise<void> => {
    if (!computer) return;
    const one = async (): Promise<void> => {
      next.current = undefined;
      setLooking(true);
      try {
        const all = await computer.engine.observe();
        setSeen({ snapshots: all, at: computer.machine.now() });
      } catch (error) {
        setSeen(undefined);
        await reportFault(error, 'Looking').catch(() => undefined);
      } finally {
        setLooking(false);
      }
    };
    // Whoever asks while one is under way shares the next.
    const begin = (): Promise<void> =>
      (now.current = one().finally(() => (now.current = undefined)));
    return now.current ? (next.current ??= now.current.then(begin)) : begin();
  }, [computer]);

  const look = useCallback(async (): Promise<void> => {
    setTurn((before) => before + 1);
    await lookOnce();
  }, [lookOnce]);

  useEffect(() => {
    let timer: NodeJS.Timeout | undefined;
    let isOpen = true;
    const again = (): void =>
      void lookOnce().then(() => {
        if (isOpen && computer) timer = setTimeout(again, AGAIN_MS);
      });
    again();
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [lookOnce, computer]);

  return { snapshots: seen?.snapshots, at: seen?.at ?? 0, isLooking, look, turn };
}
