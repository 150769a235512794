import { Option, type Command } from 'commander';
import type { Words } from '../../words/en.ts';

/** The options that may stand before a command as well as behind it. */
export const withOptionsOfAll = (command: Command, { help, user, watch }: Words): Command =>
  command
    .addOption(new Option('--lang <language>', help.lang).choices(['en', 'zh']))
    .option('--user <name>', user.option)
    .option('-q, --quiet', watch.quiet);
