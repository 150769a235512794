import { type Language, languageOf } from '../core/language.ts';

/** `--lang` wins, also over a wrong command line whose message is to be read; then the locale. */
export function languageFrom(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return languageOf(given ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''));
}
