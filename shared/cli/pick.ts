import process from 'node:process';
import type { AutocompletePrompt } from '@clack/core';
import { foldedName } from '../core/client-names.ts';
import { words } from '../words/words.ts';
import { askLine } from './confirm.ts';
import type { Context } from './context.ts';
import { rendered } from './print/paint.ts';

/** One thing to choose. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Said beside it, in grey. */
  readonly hint?: string;
  /** What else it is found by. */
  readonly names?: readonly string[];
}

/** So many are seen at once. */
const SEEN = 12;

/**
 * Lets a person at a terminal choose: arrows move, letters filter in their order, Enter takes. Undefined after
 * Ctrl-C. The library is loaded here alone.
 */
export async function pick<T extends string>(
  { screen, lang, cancelled }: Context,
  question: string,
  choices: readonly Choice<T>[],
): Promise<T | undefined> {
  const say = words(lang).typed;
  const { paint, unicode } = screen;
  const [{ AutocompletePrompt: Prompt, isCancel }, { limitOptions }] = await Promise.all([
    import('@clack/core'),
    import('@clack/prompts'),
  ]);
  const line = ({ label, hint }: Choice<T>, isHere: boolean): string => {
    const text = `${label}${hint ? `  ${paint.gray(hint)}` : ''}`;
    return rendered(isHere ? `${paint.green(unicode ? '❯' : '>')} ${text}` : `  ${text}`);
  };
  const prompt: AutocompletePrompt<Choice<T>> = new Prompt<Choice<T>>({
    options: [...choices],
    input: process.stdin,
    output: process.stdout,
    signal: cancelled,
    filter: (search, choice) => fits(search, choice, choices),
    // Enter would take what stood there before nothing fitted.
    validate: () => (prompt.filteredOptions.length === 0 ? say.noMatch : undefined),
    render() {
      const chosen = choices.find(({ value }) => value === this.focusedValue);
      if (this.state === 'submit') return rendered(`${question} ${chosen?.label ?? ''}`);
      if (this.state === 'cancel') return rendered(question);
      const head = rendered(`${paint.bold(question)} ${this.userInput}`);
      const rows = limitOptions({
        cursor: this.cursor,
        options: this.filteredOptions,
        maxItems: SEEN,
        rowPadding: 3,
        style: line,
        output: process.stdout,
      });
      const none = this.filteredOptions.length === 0 ? [`  ${say.noMatch}`] : [];
      return [head, ...rows, ...none, rendered(paint.gray(say.search))].join('\n');
    },
  });
  const answer = await prompt.prompt();
  return isCancel(answer) || typeof answer !== 'string' ? undefined : answer;
}

/**
 * How well a search fits a choice: 4 one of its names, 3 the beginning of one, 2 a part of one, 1 its letters in
 * their order, 0 not at all. Case, width and blanks do not matter.
 */
export function rank(search: string, { value, label, names = [] }: Choice<string>): number {
  const wanted = foldedName(search);
  const ranks = [value, label, ...names].map(foldedName).map((name) => {
    if (name === wanted) return 4;
    if (name.startsWith(wanted)) return 3;
    if (name.includes(wanted)) return 2;
    return hasInOrder(name, wanted) ? 1 : 0;
  });
  return Math.max(...ranks);
}

/** Whether a choice fits a search as well as the best of them: who types a whole name means no other. */
export const fits = (
  search: string,
  choice: Choice<string>,
  all: readonly Choice<string>[],
): boolean => rank(search, choice) >= Math.max(1, ...all.map((one) => rank(search, one)));

function hasInOrder(name: string, letters: string): boolean {
  let at = 0;
  return [...letters].every((letter) => {
    at = name.indexOf(letter, at) + 1;
    return at > 0;
  });
}

/** Says a line and waits for Enter; anything else that is typed, Ctrl-C and the end of the input are a no. */
export async function pressEnter(context: Context, line: string): Promise<boolean> {
  const { enter } = words(context.lang).typed;
  const answer = await askLine(context, `${rendered(line)} ${enter} `);
  return answer !== undefined && /^\s*(?:y|yes|\u662f|\u597d)?\s*$/i.test(answer);
}
