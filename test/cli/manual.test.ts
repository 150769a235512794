import * as fc from 'fast-check';
import type { Command } from 'commander';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { manualPage } from '../../shared/cli/manual/page.ts';
import { line, paragraphs, term } from '../../shared/cli/manual/roff.ts';
import { PLAIN } from '../../shared/cli/print/screen.ts';
import { program } from '../../shared/cli/program.ts';
import { words } from '../../shared/words/words.ts';
import { needs, titled } from '../desk/missing.ts';
import { newHome, tidyHomes } from './home.ts';

tidyHomes();

const never = (): never => {
  throw new Error('a page does nothing');
};
const screen = {
  ...{
    say: never,
    json: never,
    verbatim: never,
    document: never,
    isTerminal: false,
    canAsk: false,
    unicode: true,
  },
  paint: PLAIN,
};
const pageIn = (lang: 'en' | 'zh'): { readonly top: Command; readonly page: string } => {
  const top = program(never, never, { lang, screen });
  return { top, page: manualPage(top, words(lang), '1.2.3', '2026-11-30') };
};

const below = (command: Command): readonly Command[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== 'help')
    .flatMap((one) => [one, ...below(one)]);

describe.each(['en', 'zh'] as const)('the manual page in %s', (lang) => {
  const { top, page } = pageIn(lang);

  it('names every visible command, option and alias, and what each is', () => {
    for (const command of below(top)) {
      expect(page).toContain(line(command.name()));
      for (const alias of command.aliases()) expect(page).toContain(alias);
      const help = command.createHelp();
      for (const option of help.visibleOptions(command))
        expect(page).toContain(line(option.long ?? ''));
    }
    expect(page).not.toMatch(/undefined|\[object/);
  });

  it('is what the program prints', async () => {
    const said = await newHome().run('man', '--lang', lang);
    const sections = page.split('\n').filter((one) => /^\.S[HS]/.test(one));
    expect([said.code, said.err]).toEqual([0, '']);
    expect(said.out.split('\n').filter((one) => /^\.S[HS]/.test(one))).toEqual(sections);
  });

  const noLint = needs('mandoc');
  it.skipIf(noLint)(titled('is a page without a warning', noLint), async () => {
    const asked = await execa('/usr/bin/mandoc', ['-T', 'lint', '-W', 'warning'], {
      input: page,
      reject: false,
    });
    expect(asked.stdout).toBe('');
  });
});

describe('a text in a manual page', () => {
  it('is never an order, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('.', "'", '\\', '-', ' ', '\n', '"', 'a') }),
        (text) => {
          for (const one of [line(text.replaceAll('\n', ' ')), ...paragraphs(text)])
            expect(one === '.PP' || !/^[.']/.test(one)).toBe(true);
          const [macro, name] = term(text.replaceAll('\n', ' '), '');
          expect([macro, name?.startsWith('.B "')]).toEqual(['.TP', true]);
        },
      ),
    );
  });
});
