import fc from 'fast-check';
import type { Sign, View } from '../../../streamdeck/src/view.ts';

interface Sample {
  readonly en: string;
  readonly zh: string;
  readonly figure?: string;
  readonly unit?: string;
}

/** A word in two languages for each sign, and a figure where it has one. */
const SAMPLES: Readonly<Record<Sign, Sample>> = {
  looking: { en: 'looking', zh: '查看中' },
  gone: { en: 'gone', zh: '已退净' },
  running: { en: 'running', zh: '运行中' },
  'in-tray': { en: 'in tray', zh: '在托盘' },
  residue: { en: 'left behind', zh: '有残留', figure: '3' },
  working: { en: 'leaving', zh: '退出中', figure: '4', unit: 's' },
  'still-here': { en: 'still here', zh: '未退出' },
  unknown: { en: 'unknown', zh: '不明' },
  'grant-access': { en: 'grant access', zh: '需授权' },
  busy: { en: 'elsewhere', zh: '别处忙' },
  force: { en: 'force exit', zh: '强退' },
  purge: { en: 'purge', zh: '清缓存', figure: '1.2', unit: 'GB' },
  freed: { en: 'freed', zh: '已释放', figure: '388', unit: 'MB' },
  hide: { en: 'hide', zh: '隐藏' },
  detail: { en: 'memory', zh: '内存', figure: '1.31', unit: 'GB' },
  refused: { en: 'not yet', zh: '未提供' },
};

export const SIGNS = Object.keys(SAMPLES) as readonly Sign[];

/** Every sign alone, with a name, with pages, and in both rings; in English and Chinese. */
export const views: readonly View[] = SIGNS.flatMap((sign) => {
  const { en, zh, ...measured } = SAMPLES[sign];
  return (
    [
      [en, 'Telegram'],
      [zh, '企业微信'],
    ] as const
  ).flatMap(([word, name]): readonly View[] => [
    { sign, word, name: '', ...measured },
    { sign, word, name, ...measured, page: { at: 1, of: 4 } },
    { sign, word, name: '', ...measured, ring: { part: 0.3, for: 'hold' } },
    { sign, word, name, ...measured, ring: { part: 0.7, for: 'work' } },
  ]);
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  // Halves of pairs, control characters and what XML means something by.
  fc
    .array(
      fc.constantFrom('\ud83d', '\udc4d', '\u0000', '\u001b', '\uffff', '<', '&', '"', '微', 'W'),
    )
    .map((all) => all.join('')),
);

/** Any view at all, also such as nobody would make. */
export const anyView: fc.Arbitrary<View> = fc.record(
  {
    sign: fc.constantFrom(...SIGNS),
    word: text,
    name: text,
    figure: text,
    unit: text,
    ring: fc.record({ part: fc.double(), for: fc.constantFrom('work' as const, 'hold' as const) }),
    page: fc.record({ at: fc.nat(40), of: fc.nat(40) }),
  },
  { requiredKeys: ['sign', 'word', 'name'] },
);
