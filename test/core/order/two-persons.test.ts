import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoPersons, type Signer } from '../../../shared/core/order/two-persons.ts';

const signers: fc.Arbitrary<readonly Signer[]> = fc.array(
  fc.record({
    principals: fc.uniqueArray(fc.constantFrom('anna', 'bob', 'carl'), { minLength: 1 }),
    key: fc.constantFrom('SHA256:1', 'SHA256:2', 'SHA256:3'),
  }),
  { maxLength: 5 },
);

describe('two persons', () => {
  it('never share a name or a key', () => {
    fc.assert(
      fc.property(signers, (all) => {
        const found = twoPersons(all);
        if (!('approvers' in found)) return;
        const [one, two] = found.approvers;
        expect(found.approvers).toHaveLength(2);
        expect(one?.key).not.toBe(two?.key);
        const names = found.approvers.flatMap(({ principal }) => principal.split(', '));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('are found where there are two, whoever else signed', () => {
    fc.assert(
      fc.property(signers, (others) => {
        const all = [...others, { principals: ['dora'], key: 'SHA256:4' }];
        const isAlone = others.length === 0;
        expect('approvers' in twoPersons(all)).toBe(!isAlone);
      }),
    );
  });

  it.each<[title: string, all: readonly Signer[], code: string]>([
    ['nobody', [], 'order-too-few'],
    ['one', [{ principals: ['anna'], key: '1' }], 'order-too-few'],
    [
      'one key twice',
      [
        { principals: ['anna'], key: '1' },
        { principals: ['bob'], key: '1' },
      ],
      'order-one-key',
    ],
    [
      'one name twice',
      [
        { principals: ['anna'], key: '1' },
        { principals: ['anna'], key: '2' },
      ],
      'order-one-person',
    ],
  ])('are not %s', (_title, all, code) => {
    expect(twoPersons(all)).toMatchObject({ refusal: { code } });
  });
});
