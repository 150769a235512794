import type { Command } from 'commander';
import { VERSION } from '../../engine/version.ts';
import { words } from '../../words/words.ts';
import type { Context, ExitCode } from '../context.ts';
import { manualPage } from '../manual/page.ts';
import { day } from '../print/listing.ts';

/** Prints the manual page in the language of the reader. */
export function showManual(
  { screen, lang, machine }: Pick<Context, 'screen' | 'lang' | 'machine'>,
  top: Command,
): ExitCode {
  const page = manualPage(top, words(lang), VERSION, day(machine.clock.now()));
  for (const line of page.trimEnd().split('\n')) screen.verbatim(line);
  return 0;
}
