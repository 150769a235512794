import type { FileProblem } from '../core/file-problem.ts';

/** What zod says about one place of a value (its documentation, "Customizing errors"). */
export interface SchemaIssue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
}

/** The problem that a validator's issue is, for a value of JSON. */
export function problemOf(issue: SchemaIssue, whole: unknown): FileProblem {
  const type = typeof issue.expected === 'string' ? issue.expected : 'value';
  switch (issue.code) {
    case 'invalid_type':
      return { code: isMissing(issue, whole) ? 'missing' : 'wrong-type', detail: type };
    case 'invalid_value': {
      const detail = (issue.values ?? []).map(String).join(', ');
      return { code: isMissing(issue, whole) ? 'missing' : 'one-of', detail };
    }
    case 'unrecognized_keys':
      return {
        code: 'unknown-field',
        detail: (issue.keys ?? []).map((one) => `"${one}"`).join(', '),
      };
    case 'too_small': {
      const isCount = issue.origin === 'array' || issue.origin === 'string';
      return { code: isCount ? 'too-few' : 'too-small', detail: String(issue.minimum) };
    }
    case 'too_big':
      return { code: 'too-big', detail: String(issue.maximum) };
    default:
      return { code: 'expected', detail: issue.message };
  }
}

/** JSON has no `undefined`, so what is read at a place that is not there is. */
const isMissing = ({ path }: SchemaIssue, whole: unknown): boolean =>
  path.length > 0 &&
  path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null
        ? (at as Record<PropertyKey, unknown>)[name]
        : undefined,
    whole,
  ) === undefined;

/** Where a text stops being JSON: V8 says the line and column, or the position alone, or nothing at the end. */
export function jsonProblem(message: string): FileProblem {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return {
    code: 'not-json',
    detail: line !== undefined ? `${line}:${column ?? ''}` : (position ?? ''),
  };
}
