import { foldedName } from '../core/client-names.ts';
import { words } from '../words/words.ts';
import { askLine } from './confirm.ts';
import type { Context } from './context.ts';
import type { Choice } from './choice.ts';
import { rendered } from './print/paint.ts';

/**
 * Lets a person choose where the cursor cannot be moved or a screen reader reads: a numbered list, and a line for a
 * number or a name. Undefined where nothing is typed, after Ctrl-C and at the end of the input.
 */
export async function pickByNumber<T extends string>(
  context: Context,
  question: string,
  choices: readonly Choice<T>[],
): Promise<T | undefined> {
  const { screen, lang } = context;
  const say = words(lang).typed;
  screen.say(question);
  for (const [at, { label, hint }] of choices.entries())
    screen.say(`${String(at + 1).padStart(3)}. ${label.trim()}${hint ? `  ${hint}` : ''}`);
  for (;;) {
    const answer = (await askLine(context, `${rendered(say.number)} `))?.trim();
    if (!answer) return undefined;
    const [only, ...others] = chosenBy(answer, choices);
    if (only && others.length === 0) return only.value;
    screen.say(only ? say.several(answer) : say.noMatch);
  }
}

/** The choice with this number; else those with this name; else those in whose name it stands. */
export function chosenBy<T extends string>(
  answer: string,
  choices: readonly Choice<T>[],
): readonly Choice<T>[] {
  if (/^\d+$/.test(answer)) return choices.slice(Number(answer) - 1, Number(answer)).slice(0, 1);
  const wanted = foldedName(answer);
  const namesOf = ({ value, label, names = [] }: Choice<T>): readonly string[] =>
    [value, label, ...names].map(foldedName);
  const named = choices.filter((one) => namesOf(one).includes(wanted));
  // No list becomes shorter here, so letters in their order alone are too little.
  if (named.length > 0 || wanted === '') return named;
  return choices.filter((one) => namesOf(one).some((name) => name.includes(wanted)));
}
