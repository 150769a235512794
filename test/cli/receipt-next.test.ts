import { describe, expect, it } from 'vitest';
import { notPutBack } from '../../shared/words/not-put-back.ts';
import { words } from '../../shared/words/words.ts';
import { receiptLines } from '../../shared/cli/print/receipt.ts';
import { speaking, type Screen } from '../../shared/cli/print/screen.ts';
import type { Language } from '../../shared/core/language.ts';
import type { Verdict } from '../../shared/core/model.ts';
import type { Receipt, Remaining } from '../../shared/core/receipt.ts';
import { receiptOf } from '../core/receipts.ts';

const plain = (text: string): string => text;
const screen: Screen = {
  ...speaking(() => undefined),
  ...{ isTerminal: false, canAsk: false, unicode: true },
  paint: {
    ...{ green: plain, blue: plain, yellow: plain, red: plain },
    ...{ magenta: plain, gray: plain, bold: plain },
  },
};

const lines = (
  verdict: Verdict,
  left: Partial<Remaining>,
  lang: Language,
  more: Partial<Receipt> = {},
): string => {
  const receipt = { ...receiptOf(verdict), ...more };
  const whole = { ...receipt, left: { ...receipt.left, ...left } };
  return receiptLines(whole, 'Chat', screen, lang).join('\n');
};

const root = { pid: 81, name: 'chat', role: 'root', exe: null } as const;

describe('what a person can do next', () => {
  it.each([
    ['en', 'asking something', 'kill -CONT 81'],
    ['zh', '询问什么', 'kill -CONT 81'],
  ] as const)('of a stopped process no question is guessed (%s)', (lang, guess, says) => {
    expect(lines('still-running', { processes: [root] }, lang)).toContain(guess);
    const stopped = lines('still-running', { processes: [{ ...root, stopped: true }] }, lang);
    expect(stopped).not.toContain(guess);
    expect(stopped).toContain(says);
  });

  it.each([
    ['en', 'asking something', 'its own menu'],
    ['zh', '询问什么', '自己的菜单'],
  ] as const)('of one whom nobody could ask no question is guessed (%s)', (lang, guess, says) => {
    const ask = { kind: 'ask', subject: 'chat (81)', outcome: 'failed', ms: 1 } as const;
    const wait = { kind: 'wait', subject: 'chat', outcome: 'skipped', ms: 0 } as const;
    const steps = [ask, { ...wait, why: 'nobody-asked' as const }];
    expect(lines('still-running', { processes: [root] }, lang, { steps })).not.toContain(guess);
    expect(lines('still-running', { processes: [root] }, lang, { steps })).toContain(says);
    // By another way, or in the wave before, it was asked.
    const asked = { steps: [{ ...ask, outcome: 'done' as const }, ...steps] };
    expect(lines('still-running', { processes: [root] }, lang, asked)).toContain(guess);
  });

  it.each(['en', 'zh'] as const)('of an icon in other hands the holder is named (%s)', (lang) => {
    const icon = { id: 'chat', title: '' };
    const held = lines('partly', { trayIcons: [{ ...icon, heldBy: 93 }] }, lang);
    expect(held).toContain('93');
    expect(held).not.toBe(lines('partly', { trayIcons: [icon] }, lang));
  });
});

describe('a receipt of a later version', () => {
  it.each(['en', 'zh'] as const)('is printed, a code that nobody knows as it is: %s', (lang) => {
    const receipt = {
      ...receiptOf('unknown'),
      steps: [
        { kind: 'ask', subject: 'a', outcome: 'failed', method: 'telepathy', label: 'x', ms: 5 },
        { kind: 'end', subject: 'b', outcome: 'failed', why: 'constructor', ms: 5 },
      ],
      refusals: [{ code: 'toString', subject: 'chat' }],
      left: { ...receiptOf('gone').left, unseen: [{ what: 'windows', why: 'fog' }] },
    } as unknown as Receipt;
    for (const verbose of [false, true]) {
      const said = receiptLines(receipt, 'Chat', screen, lang, verbose).join('\n');
      for (const code of ['telepathy x', 'constructor', 'toString', 'fog'])
        expect(said).toContain(code);
      expect(said).not.toMatch(/undefined|function/);
    }
    const { code, subject } = receipt.refusals[0]!;
    expect(notPutBack({ code, subject }, words(lang)).what).toBe('toString');
  });
});
