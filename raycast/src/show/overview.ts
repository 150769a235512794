import type { Presence } from '@shared/core/model.ts';
import { glances, type Glance } from '@shared/exit.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import { presenceWord } from '../show.ts';
import { isThere, whyNotAll } from '../requests/whom.ts';

/** One client in a short overview. */
export interface Line {
  readonly client: string;
  readonly name: string;
  readonly presence: Presence;
  /** How many processes, icons and windows are left of it. */
  readonly count: number;
}

/** All clients at one moment, without those that have gone; plain values, so that they can be kept. */
export interface Overview {
  /** ms since 1970. */
  readonly at: number;
  readonly here: readonly Line[];
  readonly gone: number;
  /** Why somebody may be there whom nobody sees; empty where everybody was seen. */
  readonly blind: string;
}

/** One look at everybody. */
export async function lookAtAll(computer: Computer): Promise<Overview> {
  const all = await glances(computer);
  return {
    at: computer.machine.now(),
    here: all.filter(isThere).map((glance) => lineOf(computer, glance)),
    gone: all.filter(({ presence }) => presence === 'gone').length,
    blind: whyNotAll(computer, all),
  };
}

const lineOf = (computer: Computer, { client, presence, seen }: Glance): Line => ({
  client,
  name: nameOf(computer, client),
  presence,
  count: [seen.processes, seen.trayIcons, seen.windows].reduce(
    (sum, fact) => sum + (fact.known ? fact.value.length : 0),
    0,
  ),
});

/** `WeChat in tray, QQ running`, `everybody is gone`, or that it cannot be told. */
export function inShort({ here, blind }: Overview): string {
  const names = here.map(({ name, presence }) => `${name} ${presenceWord(presence).toLowerCase()}`);
  if (names.length > 0) return names.join(', ');
  return blind ? 'cannot be told' : 'everybody is gone';
}

/** The hour and minute of a moment, as the person's computer writes them. */
export const clock = (at: number): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
