import { unknown } from '@shared/core/known.ts';
import type { Presence } from '@shared/core/model.ts';
import { remainingOf } from '@shared/core/receipt.ts';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import { rememberPrograms } from '../requests/programs-seen.ts';
import { leftWords, presenceWord } from '../show.ts';
import { isThere, whyNotAll } from '../requests/resolve-clients.ts';

/** One client in a short overview. */
export interface Line {
  readonly client: string;
  readonly name: string;
  readonly presence: Presence;
  /** What is left of it in words, with what could not be seen. */
  readonly left: string;
}

/** All clients at one moment, without those that have gone; plain values, so that they can be kept. */
export interface Overview {
  /** ms since 1970. */
  readonly at: number;
  readonly here: readonly Line[];
  /** The names of those that are gone. */
  readonly gone: readonly string[];
  /** Why somebody may be there whom nobody sees; empty where everybody was seen. */
  readonly blind: string;
}

/** One look at everybody. */
export async function lookAtAll(computer: Computer): Promise<Overview> {
  const { snapshots, at, fault } = await computer.engine.watch().look();
  if (fault) throw fault;
  const all = [...(snapshots?.values() ?? [])];
  rememberPrograms(computer, all);
  return {
    at,
    here: all.filter(isThere).map((one) => lineOf(computer, one)),
    gone: all.flatMap(({ client, presence }) =>
      presence === 'gone' ? [nameOf(computer, client)] : [],
    ),
    blind: whyNotAll(computer, all),
  };
}

const lineOf = (computer: Computer, { client, presence, seen }: ClientSnapshot): Line => ({
  client,
  name: nameOf(computer, client),
  presence,
  left: leftWords(remainingOf(seen, unknown('not-looked'), unknown('not-looked'))),
});

/** `WeChat in tray, QQ running`, that none is running, or that it cannot be told. */
export function inShort({ here, blind }: Overview): string {
  const names = here.map(({ name, presence }) => `${name} ${presenceWord(presence).toLowerCase()}`);
  if (names.length > 0) return [...names, ...(blind ? ['others cannot be told'] : [])].join(', ');
  return blind ? 'cannot be told' : 'no chat app is running';
}
