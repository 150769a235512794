import fc from 'fast-check';
import { SILHOUETTES } from '../../../streamdeck/src/face/silhouettes.ts';
import type { ActionId, Sign, View } from '../../../streamdeck/src/view.ts';

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
  hidden: { en: 'hidden', zh: '已隐藏' },
  residue: { en: 'left behind', zh: '有残留', figure: '3' },
  working: { en: 'leaving', zh: '退出中', figure: '4', unit: 's' },
  'still-here': { en: 'still here', zh: '未退出' },
  partly: { en: 'partly gone', zh: '未退净' },
  failed: { en: 'failed', zh: '未成功' },
  unknown: { en: 'unknown', zh: '无法确定' },
  'grant-access': { en: 'grant access', zh: '需授权' },
  busy: { en: 'elsewhere', zh: '别处操作' },
  force: { en: 'force exit', zh: '强制退出' },
  'hold-longer': { en: 'hold longer', zh: '按久一点' },
  purge: { en: 'purge', zh: '清缓存', figure: '1.2', unit: 'GB' },
  nothing: { en: 'nothing', zh: '无事可做' },
  'exit-first': { en: 'hold: both', zh: '长按退并清' },
  freed: { en: 'freed', zh: '已释放', figure: '388', unit: 'MB' },
  trashed: { en: 'in trash', zh: '在回收站', figure: '388', unit: 'MB' },
  detail: { en: 'memory', zh: '内存', figure: '1.31', unit: 'GB' },
  'not-allowed': { en: 'not allowed', zh: '不允许' },
  'on-hold': { en: 'legal hold', zh: '保全中' },
};

export const SIGNS = Object.keys(SAMPLES) as readonly Sign[];
export const ACTIONS = Object.keys(SILHOUETTES) as readonly ActionId[];

/** A key of each sign with a name: what every action can show. */
export const viewOf = (sign: Sign): View => {
  const { en, zh: _, ...measured } = SAMPLES[sign];
  return { sign, word: en, name: 'Telegram', ...measured };
};

export type Shown = readonly [action: ActionId, view: View];

/** Every sign alone, with a name, with pages, and in the rings; in English and Chinese, on each action in turn. */
export const views: readonly Shown[] = SIGNS.flatMap((sign) => {
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
    { sign, word, name, ...measured, canHold: true },
  ]);
}).map((view, at) => [ACTIONS[at % ACTIONS.length] ?? 'dial', view]);

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
    canHold: fc.constant(true as const),
    page: fc.record({ at: fc.nat(40), of: fc.nat(40) }),
  },
  { requiredKeys: ['sign', 'word', 'name'] },
);

export const anyAction: fc.Arbitrary<ActionId> = fc.constantFrom(...ACTIONS);
