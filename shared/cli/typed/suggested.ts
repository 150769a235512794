import type { Words } from '../../words/en.ts';

/** The commands to type, one a line where they are several; `isSure` where the sentence was understood. */
export function suggested(
  commands: readonly string[],
  { typed: say }: Words,
  isSure = false,
): string {
  const all = [...new Set(commands)];
  const [only = '', ...others] = all;
  if (others.length === 0) return isSure ? say.typeIt(only) : say.didYouMean(only);
  const head = isSure ? say.typeOneOf : say.didYouMeanOneOf;
  return [head, ...all.map((one) => `  ${one}`)].join('\n');
}

/** A command line as a person types it. */
export const typedSo = (args: readonly string[]): string => ['clean-exit', ...args].join(' ');
