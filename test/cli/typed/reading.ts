import type { Command } from 'commander';
import { clients } from '../../../shared/clients/index.ts';
import { UsageError, type Context } from '../../../shared/cli/context.ts';
import { PLAIN, speaking } from '../../../shared/cli/print/screen.ts';
import { program } from '../../../shared/cli/program.ts';
import { understood } from '../../../shared/cli/typed/understood.ts';
import type { Client } from '../../../shared/core/client.ts';

const screen = {
  ...speaking(() => undefined),
  ...{ isTerminal: false, canAsk: false, unicode: true, paint: PLAIN },
};
const reader = { screen, json: false, lang: 'en' } as const;

export const own = (id: string, name = id): Client => ({
  ...{ id, name, nameZh: name, editions: [], origin: { file: `/${id}.json` } },
});

/** What a command line becomes in a pipe, or with what it is refused. */
export async function answered(
  typed: string | readonly string[],
  more: readonly Client[] = [],
): Promise<{ readonly args?: readonly string[]; readonly error?: UsageError }> {
  const context = { ...reader, clients: [...clients, ...more] } as unknown as Context;
  const asked = async (): Promise<Context> => context;
  const top: Command = program(asked, () => undefined, reader);
  try {
    const args = typeof typed === 'string' ? typed.split(' ') : typed;
    return { args: await understood(top, args, asked, reader) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { error };
  }
}

/** The same as one text; of what is refused the commands that it is answered with, behind a question mark. */
export async function read(
  typed: string | readonly string[],
  more: readonly Client[] = [],
): Promise<string> {
  const { args, error } = await answered(typed, more);
  if (!error) return (args ?? []).join(' ');
  const said = `${error.message}\n${error.next}`;
  const commands = [...said.matchAll(/clean-exit (?!--help)([^"\n]+)/g)];
  return `? ${commands.map(([, one = '']) => one.trim()).join(' | ')}`.trim();
}
