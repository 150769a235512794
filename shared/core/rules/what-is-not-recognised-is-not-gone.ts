import type { Doubt, Refusal, Observation } from '../model.ts';

/** The doubts that forbid `gone`: a namesake changes no answer. */
export const likelyAmong = (doubts: readonly Doubt[]): readonly Doubt[] =>
  doubts.filter(({ level }) => level === 'likely');

/** Why no file may go: a program that may be the client runs. Undefined where none does. */
export function refusalForDoubts(seen: Observation): Refusal | undefined {
  const likely = likelyAmong(seen.doubts);
  return likely.length === 0
    ? undefined
    : { code: 'blind', subject: seen.client, detail: likely.map(inShort).join(', ') };
}

const inShort = ({ name, pid, place }: Doubt): string =>
  place === null ? `${name} ${pid}` : `${name} ${pid} ${place}`;
