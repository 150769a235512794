import type { Words } from '../../words/en.ts';

/** Several things as a sentence has them: `a, b and c`, or with `or`. */
export function listed(
  all: readonly string[],
  { policy: say }: Pick<Words, 'policy'>,
  how: 'and' | 'or' = 'and',
): string {
  const first = all.slice(0, -1).join(say.comma);
  return first === '' ? all.join('') : say[how](first, all.at(-1) ?? '');
}
