import process from 'node:process';
import type { AutocompletePrompt } from '@clack/core';
import { words } from '../words/words.ts';
import { fits, type Choice } from './choice.ts';
import { dropTyped } from './drop-typed.ts';
import { askLine } from './confirm.ts';
import type { Context } from './context.ts';
import { rendered } from './print/paint.ts';

/** So many are seen at once. */
const SEEN = 12;

/**
 * Lets a person at a terminal choose: arrows move, letters filter in their order, Enter takes. Undefined after
 * Ctrl-C. The library is loaded here alone. Where nothing can be redrawn, a numbered list asks for a number.
 */
export async function pick<T extends string>(
  context: Context,
  question: string,
  choices: readonly Choice<T>[],
): Promise<T | undefined> {
  const { screen, lang, cancelled } = context;
  if (!screen.isTerminal) {
    const { pickByNumber } = await import('./pick-by-number.ts');
    return pickByNumber(context, question, choices);
  }
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
 * Says a line and waits for Enter; anything else that is typed, Ctrl-C and the end of the input are a no. What was
 * typed before the line stood there answers nothing.
 */
export async function pressEnter(context: Context, line: string): Promise<boolean> {
  const { enter } = words(context.lang).typed;
  if (await dropTyped()) return false;
  const answer = await askLine(context, `${rendered(line)} ${enter} `);
  return answer !== undefined && /^\s*(?:y|yes|\u662f|\u597d)?\s*$/i.test(answer);
}
