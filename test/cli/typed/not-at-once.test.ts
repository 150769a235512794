import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whom } from '../../../shared/cli/whom.ts';
import { clients } from '../../../shared/clients/index.ts';
import { answered, own, read } from './reading.ts';

const BOSS = own('boss', '老板');
const REQUESTS = /^(?:exit|force|purge|hide|offer)\b/;

describe('a sentence that says what is not wanted', () => {
  it.each([
    ...['stop quit boss', 'stop force wechat', '停止退出微信', '停止清理微信', 'stop clean wechat'],
    ...['leave boss on', 'leave wechat in the tray', 'leave qq on quit wechat'],
    ...['❌ quit wechat', '🚫退出微信', 'quit !wechat', 'wechat ≠ quit', 'quit wechat ❌'],
    ...["don't quit wechat", 'don’t quit wechat', 'never kill qq', '不要退出微信', '别退出微信'],
    ...['exit 不微信', 'quit all except wechat', 'please do not quit wechat'],
    ...['keep wechat', 'exit not wechat', 'force no wechat', 'quit wechat never quit qq'],
  ])('%j is answered with "Nothing was done" and no command about it', async (typed) => {
    for (const line of [typed.split(' '), [typed]]) {
      const { error, args } = await answered(line, [BOSS]);
      expect([typed, args, error?.message]).toEqual([
        ...[typed, undefined],
        expect.stringContaining('Nothing was done'),
      ]);
      expect(await read(line, [BOSS])).toBe('?');
    }
  });

  it.each([
    ['quit wechat without qq', '? exit wechat'],
    ['quit wechat but not qq', '? exit wechat'],
    ['退出微信但保留QQ', '? exit wechat'],
    ['stop quitting wechat', '?'],
    ['quit wechat and qq without qq', '?'],
  ])('%j: what is excluded is not proposed: %j', async (typed, is) => {
    expect(await read(typed)).toBe(is);
  });
});

describe('a sentence that is more than a request', () => {
  it.each([
    ['老板强退了', '? status boss | force boss'],
    ['微信正在退出', '? status wechat | exit wechat'],
    ['is wechat quit', '? status wechat | exit wechat'],
    ['quit wechat?', '? exit wechat'],
    ['close all wechat windows', '? hide wechat'],
    ['quit wechat on the desktop', '? exit wechat'],
    ['please force quit wechat', '? force wechat'],
    ['wechat kill', '? force wechat'],
    ['😡 quit wechat', '? exit wechat'],
    ['kill all wechat processes', '? force wechat'],
  ])('%j is proposed: %j', async (typed, is) => {
    expect(await read(typed, [BOSS])).toBe(is);
  });

  it('about messages is answered with what is never removed', async () => {
    const { error } = await answered('clear wechat chat');
    expect(error?.message).toMatch(/never removes messages/);
  });

  it.each([
    ['请退出微信。', 'exit wechat'],
    ['quit wechat!', 'exit wechat'],
    ['quit wechat and qq', 'exit wechat qq'],
    ['清理微信缓存', 'purge wechat'],
    ['把微信关掉', 'exit wechat'],
    ['force quit wechat', 'force wechat'],
    ['强制退出微信', 'force wechat'],
    ['kill wechat', 'force wechat'],
  ])('and one that is a request alone is carried out: %j', async (typed, is) => {
    expect(await read(typed)).toBe(is);
  });
});

describe('a client that is called like a word of a sentence', () => {
  const odd = [own('please'), own('force')];

  it.each([
    ['exit please', 'exit please'],
    ['exit force', 'exit force'],
    ['please quit wechat', '? exit wechat'],
    ['exit please wechat', '? exit wechat'],
    ['wechat force', '? force wechat'],
  ])('is that client only as the one argument of a command: %j', async (typed, is) => {
    expect(await read(typed, odd)).toBe(is);
  });
});

describe('a client alone with an option of a command', () => {
  it('is answered with the commands that have it', async () => {
    const { error } = await answered('wechat --dry-run');
    expect(error?.message).toContain('"--dry-run" belongs to a command');
    expect(await read('wechat --dry-run')).toContain('exit wechat --dry-run | force');
    expect(await read('wechat --tier cache')).toBe('? purge wechat --tier cache');
    expect(await read('微信 --json --lang zh')).toBe(
      'offer 微信 --json --lang zh'.replace('微信', 'wechat'),
    );
  });

  it('keeps its options in what is proposed', async () => {
    expect(await read('please kill wechat --dry-run')).toBe('? force wechat --dry-run');
  });
});

describe('--all beside the name of a client', () => {
  const context = { lang: 'en', clients, json: false, screen: { canAsk: false } } as never;

  it.each(['exit', 'force', 'purge', 'hide'] as const)('%s: is wrong usage', async (kind) => {
    await expect(whom(context, kind, ['wechat'], { all: true })).rejects.toMatchObject({
      message: expect.stringContaining('--all') as unknown,
      next: expect.stringMatching(
        new RegExp(`clean-exit ${kind} all\\n.*clean-exit ${kind} wechat`),
      ) as unknown,
    });
    expect(await whom(context, kind, ['all'], { all: true })).toEqual(['all']);
    expect(await whom(context, kind, [], { all: true })).toEqual(['all']);
  });
});

describe('a law', () => {
  const word = fc.constantFrom(
    ...[
      'wechat',
      'qq',
      '微信',
      'quit',
      'kill',
      'force',
      '退出',
      '强制退出',
      'clean',
      '清理',
      'hide',
    ],
    ...['please', '请', 'all', 'and', 'the', 'cache', 'stop'],
  );
  const odd = fc.constantFrom(
    ...[
      "don't",
      'never',
      'not',
      'no',
      'without',
      'except',
      'but',
      'keep',
      'leave',
      '不',
      '别',
      '❌',
    ],
    ...[
      'stop',
      '停止',
      'how',
      'why',
      '怎么',
      '吗',
      '?',
      'is',
      '了',
      '正在',
      '过',
      '着',
      'on',
      'in',
    ],
    ...['xyzzy', '魑', '≠', '🚫', '😀', '-', '(', 'if'],
  );
  const sentence = fc
    .tuple(fc.array(word, { maxLength: 4 }), odd, fc.array(word, { maxLength: 4 }))
    // Punctuation at the very end, and an option at the front, are no words.
    .map(([before, one, after]) => [...before, one, ...after])
    // One verb of two words.
    .filter((words) => !words.join(' ').includes('force stop'));

  it('no sentence with a word that is no part of a request acts', async () => {
    await fc.assert(
      fc.asyncProperty(sentence, async (words) => {
        const { args } = await answered([words.join(' ')]);
        expect([words, args?.join(' ') ?? '']).toEqual([
          words,
          expect.not.stringMatching(REQUESTS),
        ]);
      }),
      { numRuns: 400 },
    );
  });

  it('nor where each word is an argument, but as names that nobody has', async () => {
    await fc.assert(
      fc.asyncProperty(sentence, async (words) => {
        const { args } = await answered(words);
        // Such a name is refused by the command itself; a command without one asks for it.
        const isRefused =
          args?.length === 1 || args?.slice(1).some((one) => /^(?:xyzzy|魑|😀|-|\()$/.test(one));
        if (!isRefused)
          expect([words, args?.join(' ') ?? '']).toEqual([
            words,
            expect.not.stringMatching(REQUESTS),
          ]);
      }),
      { numRuns: 400 },
    );
  });
});
