import type { Command } from 'commander';
import type { Words } from '../../words/en.ts';
import type { Context, ExitCode } from '../context.ts';
import { withOptionsOfAll } from './options-of-all.ts';

/** What a file of commands is declared with. */
export interface Declaring {
  readonly top: Command;
  readonly say: Words;
  readonly help: Words['help'];
  readonly context: () => Promise<Context>;
  readonly done: (code: ExitCode) => void;
}

/** One command with the options that all of them have. */
export const common = ({ top, say }: Declaring, name: string, text: string): Command =>
  withOptionsOfAll(top.command(name).description(text).option('--json', say.help.json), say);
