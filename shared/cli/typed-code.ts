import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { askLine } from './confirm.ts';
import type { Context } from './context.ts';

interface CodeOptions {
  /** The code comes by standard input; it never stands in an argument, which every program can read. */
  readonly codeStdin?: boolean;
}

/** Whether a one-time code can be had here: typed by a person, or written to standard input where that was said. */
export const canHaveCode = (
  { screen, json }: Pick<Context, 'screen' | 'json'>,
  { codeStdin }: CodeOptions,
): boolean => codeStdin === true || (screen.canAsk && !json);

/** A one-time code; empty or undefined where none was given. */
export async function typedCode(
  context: Context,
  question: string,
  options: CodeOptions,
): Promise<string | undefined> {
  if (options.codeStdin) return firstLine();
  return canHaveCode(context, options) ? (await askLine(context, question))?.trim() : undefined;
}

async function firstLine(): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line.trim();
    return undefined;
  } finally {
    lines.close();
    process.stdin.destroy();
  }
}
