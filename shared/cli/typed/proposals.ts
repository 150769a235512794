import { EVERY } from '../../clients/every.ts';
import type { Client } from '../../core/client.ts';
import { spokenNames } from '../../core/client-names.ts';
import { DEEDS, type Deed } from './deeds.ts';
import { nearest } from './nearest.ts';
import { readingOf, type Reading } from './reading.ts';

/**
 * The commands that somebody may have guessed, as the words behind `clean-exit`, most likely first: what is known of the
 * sentence, with the nearest known word in the place of each unknown one. `commands` are those that take no client.
 */
export function proposalsFor(
  reading: Reading,
  clients: readonly Client[],
  commands: readonly string[],
): readonly string[] {
  const words = [...Object.values(DEEDS).flat(), ...EVERY, ...clients.flatMap(spokenNames)];
  const known = [...words, ...commands];
  const near = reading.unknown
    .filter((word) => !commands.includes(word))
    .flatMap((word) => nearest(word, known));
  const others = near.filter((word) => commands.includes(word) && !words.includes(word));
  const guessed = near.map((word) => readingOf(word, clients));
  const deeds = distinct<Deed>([...reading.deeds, ...guessed.flatMap((one) => one.deeds)]);
  const targets = distinct([...reading.clients, ...guessed.flatMap((one) => one.clients)]);
  const isAll = reading.isAll || (targets.length === 0 && guessed.some((one) => one.isAll));
  const whom = [...(isAll ? ['all'] : []), ...byNearness(reading, targets)];
  const said = requestsFor(reading, deeds, whom.length > 0);
  const together = said.flatMap((deed) =>
    whom.length === 0 ? [deed] : whom.map((one) => (deed ? `${deed} ${one}` : one)),
  );
  const typed = reading.unknown.filter((word) => commands.includes(word));
  const isOnlyGuessed = reading.deeds.length + reading.clients.length === 0;
  return distinct([...typed, ...(isOnlyGuessed ? others : []), ...together]);
}

/** Clients that were understood belong into one command; those that were guessed are one each. */
const byNearness = (reading: Reading, targets: readonly string[]): readonly string[] =>
  reading.clients.length > 0 ? [reading.clients.map(quoted).join(' ')] : targets.map(quoted);

/** Nothing stands for the client alone, which offers what can be done. */
function requestsFor(
  reading: Reading,
  deeds: readonly Deed[],
  hasClient: boolean,
): readonly string[] {
  const clear = deeds.filter((deed) => deed !== 'leave');
  if (clear.length > 0) return clear;
  if (deeds.length > 0 || reading.signsOut) return ['exit', ...(deeds.length > 0 ? ['force'] : [])];
  return hasClient ? [''] : [];
}

const distinct = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

/** As a shell takes it for one word. */
const quoted = (word: string): string => (/[\s"'$`\\]/.test(word) ? `"${word}"` : word);
