import { Cache } from '@raycast/api';
import { useEffect, useState } from 'react';
import { atComputer } from '../requests/computer.ts';
import { whyOf } from '../requests/fault.ts';
import { lookAtAll, type Overview } from '../show/overview.ts';

export interface Seen {
  /** The last look; of before a restart until the new one is there, which its time shows. */
  readonly seen: Overview | undefined;
  /** Why the new look failed: then nothing of before is shown. */
  readonly fault: string;
  readonly isLoading: boolean;
}

const KEY = 'overview';

/** One look, with the one before in its place until it is there. */
export function useOverview(): Seen {
  const [cache] = useState(() => new Cache());
  const [now, setNow] = useState<Seen>(() => ({ seen: kept(cache), fault: '', isLoading: true }));
  useEffect(() => {
    atComputer(lookAtAll).then(
      (seen) => {
        cache.set(KEY, JSON.stringify(seen));
        setNow({ seen, fault: '', isLoading: false });
      },
      (error: unknown) => {
        cache.remove(KEY);
        setNow({ seen: undefined, fault: whyOf(error), isLoading: false });
      },
    );
  }, [cache]);
  return now;
}

/** What was kept by another version of us may be anything. */
function kept(cache: Cache): Overview | undefined {
  try {
    const found = JSON.parse(cache.get(KEY) ?? 'null') as Partial<Overview> | null;
    return typeof found?.at === 'number' &&
      Array.isArray(found.here) &&
      Array.isArray(found.gone) &&
      found.here.every(({ left }) => typeof left === 'string')
      ? { at: found.at, here: found.here, gone: found.gone, blind: found.blind ?? '' }
      : undefined;
  } catch {
    return undefined;
  }
}
