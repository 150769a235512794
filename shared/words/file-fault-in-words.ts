import type { FileProblem } from '../core/file-problem.ts';
import type { SurfaceWords } from './surface-en.ts';

/** What is wrong with a file that a person wrote: `bad.json: "name" is missing (text)`. */
export function fileFaultInWords(
  {
    file,
    field,
    expected,
    problem = { code: 'expected', detail: expected },
  }: {
    readonly file: string;
    readonly field: string;
    readonly expected: string;
    readonly problem?: FileProblem;
  },
  { usage, problem: words }: Pick<SurfaceWords, 'usage' | 'problem'>,
): string {
  const said = words[problem.code](problem.detail);
  return usage.fileFault(file, field === '' ? said : usage.fieldFault(field, said));
}
