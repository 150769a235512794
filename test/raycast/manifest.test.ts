import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clients } from '../../shared/clients/index.ts';

interface Argument {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly data?: readonly { readonly title: string; readonly value: string }[];
}
interface Command {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly arguments?: readonly Argument[];
}
const text = readFileSync('raycast/package.json', 'utf8');
const { commands, ...manifest } = JSON.parse(text) as {
  readonly keywords: readonly string[];
  readonly commands: readonly Command[];
};
const wordsOf = (name: string): readonly string[] =>
  commands.find((one) => one.name === name)?.keywords ?? [];

describe('the commands are found by what people type', () => {
  it.each(['净退', '微信', '企业微信', 'wechat', 'weixin', 'wecom', 'qq'])(
    'every one by %s',
    (word) => {
      expect(commands.filter(({ keywords }) => !keywords.includes(word))).toEqual([]);
    },
  );

  it.each([
    ['quit', 'safe-exit'],
    ['close', 'safe-exit'],
    ['退出微信', 'safe-exit'],
    ['kill', 'force-exit'],
    ['force quit', 'force-exit'],
    ['强制退出', 'force-exit'],
    ['clean', 'purge-cache'],
    ['清理缓存', 'purge-cache'],
    ['quit all', 'leave-everything'],
    ['minimize', 'hide'],
  ])('“%s” leads to %s', (word, name) => {
    expect(wordsOf(name)).toContain(word);
  });

  it('no deed is found by the word for a harsher one', () => {
    const [safe, force] = [wordsOf('safe-exit'), wordsOf('force-exit')];
    expect(safe.filter((word) => /kill|force|强制/.test(word))).toEqual([]);
    expect(force.filter((word) => ['quit', 'close'].includes(word))).toEqual([]);
  });

  it('with at most twelve words each, of at most 25 characters, none twice', () => {
    for (const { keywords, name } of [
      ...commands,
      { name: 'extension', keywords: manifest.keywords },
    ]) {
      expect(keywords.length, name).toBeGreaterThan(4);
      expect(keywords.length, name).toBeLessThanOrEqual(12);
      expect(new Set(keywords).size, name).toBe(keywords.length);
      expect(keywords.filter((word) => word.length > 25 || word.trim() !== word)).toEqual([]);
    }
  });
});

describe('a command says what it is for', () => {
  it('by its title, which names chat apps', () => {
    expect(commands.filter(({ title }) => !/Chat (App|Apps|Windows)/.test(title))).toEqual([]);
    expect(commands.find(({ name }) => name === 'hide')?.title).toBe('Hide Chat Windows');
  });

  it('in US English everywhere but in the words that people type', () => {
    const withoutWords = JSON.parse(text, (key, value: unknown) =>
      key === 'keywords' ? undefined : value,
    ) as unknown;
    expect(JSON.stringify(withoutWords)).not.toMatch(
      /\p{Script=Han}|(?:al|an|en|in|im|ogn|om|er)is(?:e|ed|es|ing)\b|(?:colo|behavio)ur/u,
    );
  });
});

describe('a command that another one names', () => {
  it('is called there as in the manifest', () => {
    const named = readFileSync('raycast/src/show/commands.ts', 'utf8').matchAll(
      /^ {2}'?([\w-]+)'?: '([^']+)',$/gm,
    );
    const titles = [...named].map(([, name, title]) => [name, title]);
    expect(titles.length).toBeGreaterThan(5);
    for (const [name, title] of titles)
      expect(commands.find((one) => one.name === name)?.title).toBe(title);
  });
});

describe('a command for one client', () => {
  const forOne = commands.filter((one) => one.arguments);

  it('offers the catalogue with whichever is running, and a second text for one’s own', () => {
    expect(forOne.map(({ name }) => name)).toEqual([
      'safe-exit',
      'force-exit',
      'purge-cache',
      'hide',
    ]);
    for (const { arguments: [list, own, ...more] = [] } of forOne) {
      expect(list).toMatchObject({ name: 'client', type: 'dropdown', required: false });
      expect(list?.data?.[0]).toEqual({ title: 'Whichever Is Running', value: 'any' });
      expect(list?.data?.slice(1)).toEqual(
        clients.map(({ id, name }) => ({ title: name, value: id })),
      );
      expect(own).toMatchObject({ name: 'own', type: 'text', required: false });
      expect(more).toEqual([]);
    }
  });
});
