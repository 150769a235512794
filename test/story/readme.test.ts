import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHome, tidyHomes, type Home } from '../cli/home.ts';

tidyHomes();

const PAGES = ['README.md', 'README.zh-CN.md', 'docs/commands.md', 'docs/commands.zh-CN.md'];

/** The command lines of a page's blocks, without what is said beside them. */
const commandsOf = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^ *```sh\n(.*?)^ *```/gms)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line.startsWith('clean-exit '));

/** They ask at a terminal, and say so elsewhere. */
const ASKS: readonly string[] = ['clean-exit uninstall', 'clean-exit code enrol'];
/** They go on until somebody ends them. */
const ENDLESS = /^clean-exit (watch|status --watch)/;
/** What a shell does with a line: `~`, output that goes to a file, and a file that is named lies in the home. */
const argumentsOf = (line: string, home: Home): string[] =>
  line
    .replace(/ > \S+$/, '')
    .replaceAll('~', home.folder)
    .split(' ')
    .slice(1)
    .map((word) => (word.endsWith('.recording.json') ? path.join(home.folder, word) : word));

describe('the commands of a page, as they are printed', () => {
  it.each(PAGES)('%s: none of them is wrong', { timeout: 120_000 }, async (page) => {
    const home = newHome();
    const wrong: string[] = [];
    for (const line of commandsOf(page).filter(
      (one) => !ASKS.includes(one) && !ENDLESS.test(one),
    )) {
      const { code, err } = await home.run(...argumentsOf(line, home));
      if (code === 2) wrong.push(`${line}: ${err}`);
    }
    expect(commandsOf(page).length).toBeGreaterThan(4);
    expect(wrong).toEqual([]);
  });

  it('a command that goes on ends with Ctrl-C', async () => {
    const home = newHome();
    const endless = [...new Set(PAGES.flatMap(commandsOf).filter((one) => ENDLESS.test(one)))];
    for (const line of endless) {
      const running = home.begin(argumentsOf(line, home));
      for await (const said of running) {
        expect(String(said)).not.toBe('');
        running.kill('SIGINT');
      }
      expect((await running).exitCode).toBeLessThan(2);
    }
    expect(endless).toHaveLength(2);
  });
});
