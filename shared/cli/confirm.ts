import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Agreement } from '../core/receipt.ts';
import type { Context } from './context.ts';
import { rendered } from './print/paint.ts';

/** y, yes, 是, 好. */
const YES = /^\s*(y|yes|\u662f|\u597d)\s*$/i;

/** n, no, 否, 不是. */
const NO = /^\s*(n|no|\u5426|\u4e0d|\u4e0d\u662f)\s*$/i;

/** Whether this answer is a yes. */
export const isYes = (answer: string): boolean => YES.test(answer);

/** Asks a person; undefined where the answer is neither yes nor no. */
export async function askYesNo(context: Context, question: string): Promise<boolean | undefined> {
  const answer = await answerTo(context, `${rendered(question)} [y/n] `);
  return YES.test(answer) ? true : NO.test(answer) ? false : undefined;
}

/** Asks a person; where nobody can answer the command line itself was the answer. */
export async function confirm(context: Context, question: string): Promise<Agreement | false> {
  if (!context.screen.canAsk || context.json) return 'option';
  return isYes(await answerTo(context, `${rendered(question)} [y/N] `)) && 'question';
}

const answerTo = async (context: Context, question: string): Promise<string> =>
  (await askLine(context, question)) ?? '';

/** What a person types behind a question; undefined after Ctrl-C and where the input has ended. */
export async function askLine(context: Context, question: string): Promise<string | undefined> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    // The terminal itself echoes and edits where nothing can be redrawn.
    ...(context.screen.isTerminal ? {} : { terminal: false }),
  });
  const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
  try {
    return await Promise.race([lines.question(question, { signal: context.cancelled }), ended]);
  } catch {
    return undefined; // Ctrl-C at the question answers nothing.
  } finally {
    lines.close();
  }
}
