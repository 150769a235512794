import { describe, expect, it } from 'vitest';
import { clients } from '../../shared/clients/index.ts';

const editions = clients.flatMap((client) =>
  client.editions.map((edition) => [`${client.id} ${edition.id}`, edition] as const),
);

describe('what a reset sets aside', () => {
  it.each(editions.filter(([, { data }]) => data.length > 0))(
    'is said of the folders of %s, with a source',
    (_, { data, settings }) => {
      // A root or place that is not named holds records: the careful side.
      expect(settings).toBeDefined();
      for (const { path, source, confidence } of settings ?? []) {
        expect(data.some(({ name }) => `${path}/`.startsWith(`{${name}}/`))).toBe(true);
        expect(path).not.toMatch(/\*\*|\.\.|\/$/);
        expect(source).not.toBe('');
        expect(confidence).not.toBe('low');
      }
    },
  );

  it.each(editions)('names no database of chats of %s', (_, { settings = [] }) => {
    const chats = /db_storage|xwechat_files|WeChat Files|nt_db|DBFiles|IndexedDB|tdata$|\/Msg\b/;
    expect(settings.filter(({ path }) => chats.test(path))).toEqual([]);
  });

  it.each(editions)('names no root of %s that has accounts in it', (_, edition) => {
    const { settings = [], accounts = [] } = edition;
    const whole = settings.filter(({ path }) => path.endsWith('}'));
    for (const { glob } of accounts)
      expect(whole.filter(({ path }) => glob.startsWith(`${path}/`))).toEqual([]);
  });
});
