import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ours, rendered, unpainted } from '../../shared/cli/print/paint.ts';
import { speaking } from '../../shared/cli/print/screen.ts';
import { table, widthOf } from '../../shared/cli/print/table.ts';
import { visible } from '../../shared/core/visible.ts';

/** Names as somebody would give them who wants to be believed. */
const evil = fc.string({
  unit: fc.constantFrom(
    ...['\u001b[2J', '\u001b[31m', '\u009b2J', '\r', '\n', '\u0007', '\u007f', '\u202e', '\u2066'],
    ...['\u200f', '\u2028', '\ufeff', '\ue000', '\ue001', '[', '3', '1', 'm', '微', '\ud800', 'x'],
  ),
});
const OBEYED = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe('foreign text', () => {
  it('has one way out of the command line: these files alone write', () => {
    const writers = readdirSync('shared/cli', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) =>
        /(stdout|stderr)\.write|console\.|writeSync/.test(
          readFileSync(`shared/cli/${name}`, 'utf8'),
        ),
      );
    expect(writers.sort()).toEqual([
      ...['commands/orders/approve.ts', 'commands/uninstall.ts', 'main.ts', 'program.ts'],
      ...['report-errors.ts', 'terminal.ts'],
    ]);
  });

  it('is never obeyed by a terminal, whatever it holds', () => {
    fc.assert(
      fc.property(evil, (text) => {
        expect(rendered(text)).not.toMatch(OBEYED);
      }),
    );
  });

  it('is shown as it is written by programmers, and ordinary text as it is', () => {
    expect(visible('a\u001b[2J\r\n\u202eb\ud800\u{e0041}')).toBe(
      'a\\x1b[2J\\x0d\\n\\u202eb\\ud800\\u{e0041}',
    );
    for (const plain of ['微信 – “Quit” …', 'Ünïcode 👨‍👩‍👧', 'a\\b'])
      expect(visible(plain)).toBe(plain);
  });

  it('inside of our colours is shown, and nothing but our colours is obeyed', () => {
    const red = ours((text) => `\u001b[31m${text}\u001b[39m`);
    fc.assert(
      fc.property(evil, evil, (inside, beside) => {
        const [line = ''] = table([[red(inside), beside]]);
        const said = rendered(line);
        expect(said.startsWith('\u001b[31m')).toBe(true);
        expect(said.replace('\u001b[31m', '').replace('\u001b[39m', '')).not.toMatch(OBEYED);
        expect(said.match(/\u001b/g)).toHaveLength(2);
      }),
    );
    expect(widthOf(red('微信'))).toBe(4);
    expect(unpainted(red('x'))).toBe('x');
  });

  it('is one line each, and exact in JSON', () => {
    fc.assert(
      fc.property(evil, (text) => {
        const said: string[] = [];
        const screen = speaking((line) => void said.push(line));
        screen.say(text);
        screen.json({ text });
        expect(said.join('')).not.toMatch(OBEYED);
        expect(JSON.parse(said[1] ?? '')).toEqual({ text });
      }),
    );
  });
});
