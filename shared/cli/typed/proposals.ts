import { EVERY } from '../../clients/every.ts';
import type { Client } from '../../core/client.ts';
import { clientsCalled, spokenNames } from '../../core/client-names.ts';
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
  const named = whomOf(reading, targets, clients);
  const isAll = reading.isAll || (targets.length === 0 && guessed.some((one) => one.isAll));
  const whom = [...(isAll ? ['all'] : []), ...named];
  const said = requestsFor(reading, deeds, whom.length > 0);
  const together = said.flatMap((deed) =>
    whom.length === 0 ? [deed] : whom.map((one) => (deed ? `${deed} ${one}` : one)),
  );
  const typed = reading.unknown.filter((word) => commands.includes(word));
  const isOnlyGuessed = reading.deeds.length + reading.clients.length === 0;
  return distinct([...typed, ...(isOnlyGuessed ? others : []), ...together]);
}

/**
 * Clients that were understood belong into one command; those that were guessed, and those that share a name, are
 * one each.
 */
function whomOf(
  reading: Reading,
  targets: readonly string[],
  clients: readonly Client[],
): readonly string[] {
  if (reading.clients.length === 0) return targets;
  const whom = reading.clients.map((name) => clientsCalled(clients, name).map(({ id }) => id));
  const isClear = whom.every((ids) => ids.length === 1);
  return isClear ? [reading.clients.join(' ')] : whom.flat();
}

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
