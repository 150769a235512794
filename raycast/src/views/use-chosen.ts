import { useEffect, useState } from 'react';
import { glances, type Glance } from '@shared/exit.ts';
import type { Computer } from '../requests/computer.ts';
import { tellFault } from '../show/tell.ts';
import { whom } from '../requests/whom.ts';

type Chosen = readonly [
  /** Undefined until it is known who is meant. */
  client: string | undefined,
  choose: (client: string) => void,
  /** What it was doing at the last look. */
  glance: Glance | undefined,
];

/** The one client of a view: named, or the first that is there, or the first of the catalogue. */
export function useChosen(computer: Computer | undefined, name: string, turn: number): Chosen {
  const [client, choose] = useState<string>();
  const [seen, setSeen] = useState<readonly Glance[]>();
  useEffect(() => {
    if (!computer) return;
    const first = computer.clients[0]?.id;
    whom(computer, name).then(
      ({ ids, glances: all }) => {
        setSeen(all);
        choose((before) => before ?? ids[0] ?? first);
      },
      async (error: unknown) => {
        choose((before) => before ?? first);
        await tellFault(error);
      },
    );
  }, [computer, name]);
  useEffect(() => {
    if (computer && turn > 0) glances(computer).then(setSeen, (error: unknown) => tellFault(error));
  }, [computer, turn]);
  return [client, choose, seen?.find((one) => one.client === client)];
}
