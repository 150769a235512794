import { asError } from '../core/as-error.ts';
import { codeOf } from '../machine/files/errno.ts';
import { readRegular, UnfitFile } from '../machine/files/read-regular.ts';

/** What is wrong with a file that somebody wrote for us: where, and what was expected there. */
export interface FileFault {
  readonly file: string;
  /** `editions.0.roots.0.exe`; empty for the file as a whole. */
  readonly field: string;
  readonly expected: string;
}

/** What checks a value; the rooms of the schemas have such. */
interface Schema<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[];
            readonly message: string;
          }[];
        };
      };
}

type Read<T> = { readonly value: T } | { readonly faults: readonly FileFault[] };

/** Reads and checks a file of JSON; whatever is wrong with it is told, nothing is thrown. */
export async function readJson<T>(
  file: string,
  schema: () => Promise<Schema<T>>,
): Promise<Read<T>> {
  const whole = (expected: string): Read<T> => ({ faults: [{ file, field: '', expected }] });
  let text: string;
  try {
    text = readRegular(file, 'follow').text.replace(/^\uFEFF/, '');
  } catch (error) {
    return whole(
      error instanceof UnfitFile ? error.message : `a file that can be read (${codeOf(error)})`,
    );
  }
  try {
    const parsed = (await schema()).safeParse(JSON.parse(text));
    if (parsed.success) return { value: parsed.data };
    return {
      faults: parsed.error.issues.map((issue) => ({
        file,
        field: issue.path.join('.'),
        expected: asExpected(issue.message),
      })),
    };
  } catch (error) {
    return whole(`JSON (${asError(error).message})`);
  }
}

/** What a validator says, as it stands behind the word "expected". */
const asExpected = (message: string): string =>
  message
    .replace(/^(?:Invalid (?:input|option)|Too (?:small|big)): expected /, '')
    .replace(/, received undefined$/, ' (it is missing)')
    .replace(/, received (\S+)$/, ', not $1')
    .replace(/^Unrecognized keys?: /, 'no key ');
