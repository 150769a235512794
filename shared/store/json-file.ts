import { asError } from '../core/as-error.ts';
import type { FileProblem } from '../core/file-problem.ts';
import { codeOf } from '../machine/files/errno.ts';
import { LIMIT_BYTES, readRegular, UnfitFile } from '../machine/files/read-regular.ts';
import { jsonProblem, problemOf, type SchemaIssue } from './file-problem-of.ts';

/** What is wrong with a file that somebody wrote for us: where, and what was expected there. */
export interface FileFault {
  readonly file: string;
  /** `editions.0.roots.0.exe`; empty for the file as a whole. */
  readonly field: string;
  /** The same in English, for JSON. */
  readonly expected: string;
  readonly problem?: FileProblem;
}

/** What checks a value; the rooms of the schemas have such. */
interface Schema<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly SchemaIssue[] };
      };
}

type Read<T> = { readonly value: T } | { readonly faults: readonly FileFault[] };

/** Reads and checks a file of JSON; whatever is wrong with it is told, nothing is thrown. */
export async function readJson<T>(
  file: string,
  schema: () => Promise<Schema<T>>,
): Promise<Read<T>> {
  const read = jsonIn(file);
  if ('faults' in read) return read;
  try {
    const parsed = (await schema()).safeParse(read.value);
    if (parsed.success) return { value: parsed.data };
    return { faults: parsed.error.issues.map((issue) => faultOf(file, issue, read.value)) };
  } catch (error) {
    const { message } = asError(error);
    return { faults: [whole(file, `JSON (${message})`, jsonProblem(message))] };
  }
}

/** The value in a file of JSON, whatever it is; or what is wrong with the file. Never throws. */
export function jsonIn(file: string): Read<unknown> {
  const fault = (expected: string, problem: FileProblem): Read<unknown> => ({
    faults: [whole(file, expected, problem)],
  });
  let text: string;
  try {
    text = readRegular(file, 'follow').text.replace(/^\uFEFF/, '');
  } catch (error) {
    if (!(error instanceof UnfitFile)) {
      const detail = codeOf(error);
      return fault(`a file that can be read (${detail})`, { code: 'unreadable', detail });
    }
    return error.code === 'too-big'
      ? fault(error.message, { code: 'too-long', detail: String(LIMIT_BYTES / 1e6) })
      : fault(error.message, { code: 'not-a-file', detail: '' });
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const { message } = asError(error);
    return fault(`JSON (${message})`, jsonProblem(message));
  }
}

const whole = (file: string, expected: string, problem: FileProblem): FileFault => ({
  ...{ file, field: '', expected, problem },
});

/** What a validator says of one place in the value of a file. */
export const faultOf = (file: string, issue: SchemaIssue, value: unknown): FileFault => ({
  file,
  field: issue.path.join('.'),
  expected: asExpected(issue.message),
  problem: problemOf(issue, value),
});

/** What a validator says, as it stands behind the word "expected". */
const asExpected = (message: string): string =>
  message
    .replace(/^(?:Invalid (?:input|option)|Too (?:small|big)): expected /, '')
    .replace(/, received undefined$/, ' (it is missing)')
    .replace(/, received (\S+)$/, ', not $1')
    .replace(/^Unrecognized keys?: /, 'no key ');
