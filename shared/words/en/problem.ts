import type { FileProblem } from '../../core/file-problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const typed = (type: string): string => TYPES[type] ?? type;

/** What is wrong with a file that a person wrote; behind the name of the field, where there is one. */
export const problem = {
  missing: (type: string) => `is missing (${typed(type)})`,
  'wrong-type': (type: string) => `must be ${typed(type)}`,
  'one-of': (values: string) => `must be one of: ${values}`,
  'unknown-field': (names: string) => `unknown field ${names}`,
  'too-few': (count: string) => `needs at least ${count}`,
  'too-small': (limit: string) => `must be at least ${limit}`,
  'too-big': (limit: string) => `must be at most ${limit}`,
  'not-json': (place: string) =>
    `not valid JSON (${place === '' ? 'it ends too early' : `at ${place}`})`,
  unreadable: (code: string) => `cannot be read (${code})`,
  'not-a-file': (detail: string) => `must be a regular file${detail}`,
  'too-long': (megabytes: string) => `must be smaller than ${megabytes} MB`,
  taken: (id: string) => `must be another id: "${id}" is taken`,
  script: (program: string) => `is a script: name its interpreter here, and ${program} as "script"`,
  expected: (what: string) => `must be ${what}`,
} satisfies Record<FileProblem['code'], (detail: string) => string>;
