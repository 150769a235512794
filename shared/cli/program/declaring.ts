import { Option, type Command } from 'commander';
import type { Words } from '../../words/en.ts';
import type { Context, ExitCode } from '../context.ts';

/** What a file of commands is declared with. */
export interface Declaring {
  readonly top: Command;
  readonly help: Words['help'];
  readonly context: () => Promise<Context>;
  readonly done: (code: ExitCode) => void;
}

/** One command with the options that all of them have. */
export const common = ({ top, help }: Declaring, name: string, text: string): Command =>
  top
    .command(name)
    .description(text)
    .option('--json', help.json)
    .addOption(new Option('--lang <language>', help.lang).choices(['en', 'zh']));
