import type { Protection } from '../../core/removal-rules.ts';
import { namesIn } from '../../core/glob-walker.ts';
import { mayMeet } from './meet.ts';
import { pythonName, pythonPath } from './python.ts';
import { areApart, type Place } from './places.ts';

/** A glob below a data root: of a rule, or of what bars one. */
export interface Below {
  readonly name: string;
  readonly parts: readonly string[];
}

/** `{root}/rest`, taken apart; `**` twice in a row says no more than once. */
export function belowOf(glob: string): Below | undefined {
  const [, name, rest] = /^\{([^{}]+)\}\/(.+)$/s.exec(glob) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  const parts = namesIn(rest).filter((part, at, all) => part !== '**' || all[at - 1] !== '**');
  return { name, parts };
}

const any = (...choices: readonly string[]): string =>
  choices.length === 1 ? choices.join('') : `(?:${choices.join('|')})`;
/** Everywhere `.` is any character, also a line break. */
const whole = (...choices: readonly string[]): string => `(?s:${choices.join('|')})`;
const named = (globs: readonly string[], end: string): readonly string[] =>
  globs.length === 0 ? [] : [`/${any(...globs.map(pythonName))}${end}`];
/** A folder on the way, or the file itself. */
const PART = '(?:/|\\Z)';

/**
 * What an action must not touch, as one regular expression of Python that is searched for in the whole
 * path. It cannot know where the home folder ends, so that a data root is found by its own name
 * with the rule behind it; a home that repeats both of them loses nothing, it only keeps more.
 */
export function lockOf(
  rule: Below,
  bars: readonly Below[],
  places: readonly Place[],
  protection: Protection,
): string {
  const { anywhere, belowRoot, names, paths } = protection;
  const apart = areApart(places);
  const anchor = (name: string | undefined): string => {
    const own = places.filter((place) => name === undefined || place.root.name === name);
    return `/${any(...new Set(own.map((place) => pythonName(place.names.at(-1) ?? ''))))}/`;
  };
  // Where one data root lies in another, a path has several beginnings, and every lock holds.
  const relevant = bars.filter(
    (bar) => !apart || (bar.name === rule.name && mayMeet(bar.parts, rule.parts)),
  );
  const root = apart ? `${anchor(rule.name)}(?=${pythonPath(rule.parts)})` : anchor(undefined);
  const inside = [
    ...(belowRoot.length > 0
      ? [`(?:[^/]*/)*(?i:${any(...belowRoot.map(pythonName))}${PART})`]
      : []),
    ...(apart ? relevant.map((bar) => pythonPath(bar.parts)) : []),
  ];
  return whole(
    `(?i:${[...named(anywhere, PART), ...named(names, '\\Z'), ...paths.map(fromTop)].join('|')})`,
    ...(inside.length > 0 ? [`${root}${any(...inside)}`] : []),
    ...(apart ? [] : relevant.map((bar) => `${anchor(bar.name)}${pythonPath(bar.parts)}`)),
  );
}

/** A glob over whole paths; one that begins anywhere is searched for. */
function fromTop(glob: string): string {
  const [first, ...rest] = namesIn(glob);
  if (first === '**') return `/${pythonPath(rest)}`;
  return `\\A/${pythonPath(namesIn(glob))}`;
}
