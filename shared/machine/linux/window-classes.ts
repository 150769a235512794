import type { Known } from '../../core/known.ts';
import type { Observation, Process, Window } from '../../core/model.ts';

/** The programs that have a common name and no trait yet: a class of their windows may be one. */
export const namesakePids = (seen: ReadonlyMap<string, Observation>): ReadonlySet<number> =>
  new Set(
    [...seen.values()].flatMap(({ doubts }) =>
      doubts
        .filter(({ level, because }) => level === 'namesake' && because.includes('common-name'))
        .map(({ pid }) => pid),
    ),
  );

/** These processes with the classes of their windows; as they are where no window can be seen. */
export function withClasses(
  all: readonly Process[],
  windows: Known<readonly Window[]>,
  pids: ReadonlySet<number>,
): readonly Process[] {
  const shown = windows.known ? windows.value.filter(({ pid }) => pids.has(pid)) : [];
  if (shown.length === 0) return all;
  return all.map((one) => {
    const classes = shown.flatMap(({ pid, classes: its = [] }) => (pid === one.pid ? its : []));
    return classes.length === 0
      ? one
      : { ...one, traits: { ...one.traits, windowClasses: [...new Set(classes)] } };
  });
}
