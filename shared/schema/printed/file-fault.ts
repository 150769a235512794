import * as z from 'zod/mini';
import type { FileProblem } from '../../core/file-problem.ts';
import type { Same } from '../same.ts';
import { about } from '../words.ts';

const problem = z.object({
  code: z.enum([
    ...(['missing', 'wrong-type', 'one-of', 'unknown-field', 'too-few', 'too-small'] as const),
    ...(['too-big', 'not-json', 'unreadable', 'not-a-file', 'too-long', 'taken'] as const),
    ...(['script', 'expected'] as const),
  ]),
  detail: z.string(),
});

/** What is wrong with a file that somebody wrote for Clean Exit. */
export const fileFault = z.object({
  file: z.string(),
  field: about(z.string(), 'where in it; empty for the file as a whole'),
  expected: about(z.string(), 'in English'),
  problem: z.optional(about(problem, 'the same as a code')),
});

export const problemIsOne: Same<z.infer<typeof problem>, FileProblem> = true;
