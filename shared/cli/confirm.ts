import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Context } from './context.ts';

/** y, yes, 是, 好. */
const YES = /^\s*(y|yes|\u662f|\u597d)\s*$/i;

/** Asks a person; where nobody can answer the command line itself was the answer. */
export async function confirm(context: Context, question: string): Promise<boolean> {
  if (!context.screen.canAsk || context.json) return true;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(`${question} [y/N] `, { signal: context.cancelled });
    return YES.test(answer);
  } catch {
    return false; // Ctrl-C at the question is a no.
  } finally {
    lines.close();
  }
}
