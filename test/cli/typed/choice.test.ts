import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { calledNames, clientsCalled } from '../../../shared/core/client-names.ts';
import { fits, type Choice } from '../../../shared/cli/choice.ts';

const choices: readonly Choice<string>[] = [
  ...clients.map((one) => ({ value: one.id, label: `✓ ${one.name}`, names: calledNames(one) })),
  { value: 'all', label: '  all of them', names: ['all'] },
];
const found = (search: string): readonly string[] =>
  choices.filter((one) => fits(search, one, choices)).map(({ value }) => value);

describe('a search in the list of clients', () => {
  it('finds by a whole name those alone that the command line means by it', () => {
    for (const name of clients.flatMap(calledNames)) {
      const meant = clientsCalled(clients, name).map(({ id }) => id);
      expect(found(name), name).toEqual(expect.arrayContaining(meant));
      expect(found(name).length, name).toBeLessThanOrEqual(Math.max(1, meant.length));
    }
  });

  it.each([
    ['weixin', ['wechat']],
    ['wecom', ['wecom']],
    ['飞书', ['feishu']],
    ['weixi', ['wechat']],
    ['tele', ['telegram']],
    ['tlgrm', ['telegram']],
    ['ALL', ['all']],
    ['zzzz', []],
  ])('%s: %j', (search, ids) => expect(found(search)).toEqual(ids));

  it('leaves all of them before anything is typed', () =>
    expect(found('')).toHaveLength(choices.length));
});
