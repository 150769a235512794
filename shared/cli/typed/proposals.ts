import { EVERY } from '../../clients/every.ts';
import type { Client } from '../../core/client.ts';
import { clientsCalled, spokenNames } from '../../core/client-names.ts';
import { clearIn } from './clear.ts';
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
  if (reading.has('no')) return beforeExclusion(reading);
  const words = [...Object.values(DEEDS).flat(), ...EVERY, ...clients.flatMap(spokenNames)];
  const known = [...words, ...commands];
  const near = reading.unknown
    .filter((word) => !commands.includes(word))
    .flatMap((word) => nearest(word, known));
  const others = near.filter((word) => commands.includes(word) && !words.includes(word));
  const guessed = near.map((word) => readingOf(word, clients));
  const deeds = distinct<Deed>([...reading.deeds, ...guessed.flatMap((one) => one.deeds)]);
  // "stop quitting wechat" asks for the opposite.
  const isOfClients =
    reading.unknown.length === guessed.filter((one) => one.clients.length > 0).length;
  if (reading.deeds.includes('leave') && (deeds.length > 1 || !isOfClients)) return [];
  const spoken = distinct([...reading.clients, ...guessed.flatMap((one) => one.clients)]);
  const targets = spoken.length > 0 ? spoken : reading.doubtful;
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
  const said = deeds.filter((deed) => deed !== 'leave');
  const ends: readonly Deed[] = deeds.includes('leave') ? ['exit', 'force'] : ['exit'];
  const wanted = said.length > 0 || (deeds.length === 0 && !reading.has('sign-out')) ? said : ends;
  const clear = wanted.map((one) => (reading.has('windows') && one === 'exit' ? 'hide' : one));
  // What says how things are may be a question.
  if (hasClient && reading.has('state')) return distinct<Deed>(['status', ...clear]);
  if (clear.length > 0) return clear;
  const isLikeAWord = reading.clients.length === 0 && reading.doubtful.length > 0;
  return hasClient ? [isLikeAWord ? 'status' : ''] : [];
}

/** "quit wechat without qq": the request before it, where nothing but other clients is excluded; else nothing. */
function beforeExclusion({ parts }: Reading): readonly string[] {
  const at = parts.findIndex(({ is }) => is === 'no');
  const after = parts.slice(at).filter(({ is }) => is !== 'no' && is !== 'joiner');
  const [deed, ...clients] = clearIn({ parts: parts.slice(0, at) }) ?? [];
  const excluded = after.map((one) => (one.is === 'client' ? one.client : undefined));
  const isOther = excluded.every((one) => one !== undefined && !clients.includes(one));
  const isOffer = deed === undefined || deed === 'offer' || clients.includes('all');
  if (isOffer || clients.length === 0 || excluded.length === 0 || !isOther) return [];
  return [`${deed} ${clients.join(' ')}`];
}

const distinct = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
