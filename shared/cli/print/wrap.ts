import { painted, widthOf } from './paint.ts';

/**
 * A command or the key of a log, which a person copies, and an option with its value: never broken. Words may be quoted as a
 * shell has it.
 */
const COMMAND =
  /--[a-z-]+ [A-Z]+\b|clean-exit\/log\/[\w+/=.-]+|kill -CONT \d+|chmod go-w (?:'[^']*'|\S+)|(?:clean-exit|npx \.)(?: (?:'(?:[^']|'\\'')*'|[^\s;\uff1b\u3002\uff0c'"\u201c\u201d]+))+/g;

const WHOLE = /^(?:clean-exit|npx \.) |^clean-exit\/log\//;

/** Characters that a line may be broken beside (Chinese has no spaces). */
const WIDE = /[\u2e80-\u303f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
/** Closing signs stay with what is before them, opening ones with what follows. */
const CLOSING = /^[\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\uff09\u201d\u300b)\]}.,:;!?%\u2026]/;
const OPENING = /[\uff08\u201c\u300a([{]$/;

/** Between things that are named one after the other. */
const DOT = ' · ';

interface Unit {
  readonly text: string;
  /** Whether a space stands before it. */
  readonly apart: boolean;
}

/**
 * A text in lines of at most `width` cells. It is broken at dots where that is enough, else at spaces and between
 * Chinese characters, a path behind a slash; a command or a key is never broken, so it alone may be longer.
 */
export function wrapped(text: string, width: number): readonly string[] {
  const [before, inner, after] = painted(text);
  if (widthOf(inner) <= width) return [text];
  const lines: string[] = [];
  for (const part of inner.split(DOT)) {
    const longer = [...lines.slice(-1), part].join(DOT);
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wordsIn(part, width));
  }
  return lines.map((line) => `${before}${line}${after}`);
}

function wordsIn(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of unitsOf(text)) {
    const longer = line === '' ? unit.text : `${line}${unit.apart ? ' ' : ''}${unit.text}`;
    if (line === '' || widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = unit.text;
    }
    while (widthOf(line) > width && !WHOLE.test(line)) {
      const at = slashIn(line, width) || cellsIn(line, width);
      lines.push(line.slice(0, at));
      line = line.slice(at);
    }
  }
  return [...lines, line];
}

/** How many characters of a word fit; at least one. */
function cellsIn(word: string, width: number): number {
  let at = 0;
  for (const character of word) {
    if (at > 0 && widthOf(word.slice(0, at + character.length)) > width) break;
    at += character.length;
  }
  return at;
}

/** Where a word that is too long is broken: behind its last slash that fits; 0 where it has none. */
function slashIn(word: string, width: number): number {
  let at = 0;
  for (let next = word.indexOf('/', 1); next >= 0; next = word.indexOf('/', next + 1))
    if (widthOf(word.slice(0, next + 1)) <= width && next + 1 < word.length) at = next + 1;
  return at;
}

function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = [];
  let from = 0;
  for (const { 0: command, index } of text.matchAll(COMMAND)) {
    units.push(...plain(text.slice(from, index)));
    units.push({ text: command, apart: /\s$/.test(text.slice(0, index)) });
    from = index + command.length;
  }
  return joined([...units, ...plain(text.slice(from))]);
}

/** Words, and of those in Chinese each character. */
const plain = (text: string): readonly Unit[] =>
  [...text.matchAll(/(\s*)(\S+)/g)].flatMap(([, space = '', word = '']) => {
    const pieces = WIDE.test(word) ? (word.match(PIECES) ?? []) : [word];
    return pieces.map((piece, at) => ({ text: piece, apart: at === 0 && space !== '' }));
  });

const PIECES = new RegExp(`${WIDE.source}|(?:(?!${WIDE.source}).)+`, 'gu');

/** Signs glued to what they belong to. */
function joined(units: readonly Unit[]): readonly Unit[] {
  const all: Unit[] = [];
  for (const unit of units) {
    const last = all.at(-1);
    if (last && !unit.apart && (CLOSING.test(unit.text) || OPENING.test(last.text)))
      all[all.length - 1] = { text: last.text + unit.text, apart: last.apart };
    else all.push(unit);
  }
  return all;
}
