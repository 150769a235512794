import process from 'node:process';
import { PLAIN, type Screen } from './print/screen.ts';

/** This terminal, or the file or pipe in its place. */
export async function terminal(env: Readonly<Record<string, string | undefined>>): Promise<Screen> {
  const isTerminal = process.stdout.isTTY;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return {
    say: (text) => void process.stdout.write(`${text}\n`),
    isTerminal,
    canAsk: isTerminal && process.stdin.isTTY,
    // The console of Linux has few signs, and a locale that names another encoding means it.
    unicode: env['TERM'] !== 'linux' && (locale === '' || /utf-?8/i.test(locale)),
    paint: isTerminal ? await colours() : PLAIN,
  };
}

/** The library minds NO_COLOR, FORCE_COLOR and what the terminal can. */
async function colours(): Promise<Screen['paint']> {
  const { green, blue, yellow, red, magenta, gray, bold } = await import('yoctocolors');
  return { green, blue, yellow, red, magenta, gray, bold };
}
