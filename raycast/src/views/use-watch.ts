import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClientMonitor, ClientSnapshot, WatchState } from '@shared/engine/engine.ts';
import type { Computer } from '../requests/computer.ts';
import { rememberPrograms } from '../requests/programs-seen.ts';
import { reportFault } from '../show/with-toast.ts';

/** How long a view waits after a look before it looks again, in ms. */
const AGAIN_MS = 5_000;

/** What is seen of the selected client, one after the other. */
const DETAILS = ['memory', 'line', 'accounts'] as const;

export interface Watched {
  /** Undefined until the first look, and where the last one failed. */
  readonly snapshots: readonly ClientSnapshot[] | undefined;
  /** What the watch knows; undefined until it has begun. */
  readonly state: WatchState | undefined;
  /** Looks now, at everything. */
  readonly look: () => Promise<void>;
  /** Counts the looks that a person asked for. */
  readonly turn: number;
}

/** Looks again and again while a view is open. A failed look shows as such, with nothing of an earlier one. */
export function useWatch(computer: Computer | undefined, selected: string | null): Watched {
  const [state, setState] = useState<WatchState>();
  const [turn, setTurn] = useState(0);
  const monitor = useRef<ClientMonitor | undefined>(undefined);
  const shown = useRef(selected);
  const telling = useRef<Promise<void> | undefined>(undefined);

  useEffect(() => {
    if (!computer) return undefined;
    const one = computer.engine.watch({
      everyMs: AGAIN_MS,
      keepsAlive: true,
      details: () => {
        const id = shown.current;
        return id === null ? [] : DETAILS.map((what) => [id, what] as const);
      },
      onChange: () => {
        rememberPrograms(computer, [...(one.state.snapshots?.values() ?? [])]);
        setState(one.state);
      },
      onFault: (what, error) => {
        // A detail that cannot be seen says so in its own place.
        if (what === 'look') telling.current = reportFault(error, 'Looking').catch(() => undefined);
      },
    });
    monitor.current = one;
    one.setVisible(true);
    return () => one.close();
  }, [computer]);

  useEffect(() => {
    shown.current = selected;
    if (selected !== null) monitor.current?.refreshDetails(selected);
  }, [selected]);

  const look = useCallback(async (): Promise<void> => {
    setTurn((before) => before + 1);
    await monitor.current?.refresh();
    await telling.current;
  }, []);

  const snapshots = state?.snapshots && !state.fault ? [...state.snapshots.values()] : undefined;
  return { snapshots, state, look, turn };
}
