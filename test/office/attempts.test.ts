import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../shared/engine/engine.ts';
import type { Answer, Attempt, Kind } from './attempt.ts';
import { codes } from './attempts/codes.ts';
import { orders } from './attempts/orders.ts';
import { otherMeans } from './attempts/other-means.ts';
import { holds, ownClients, policies, replaced, wipes } from './attempts/policies.ts';
import { DEEDS, prepared, proofs, triggers } from './attempts/proofs.ts';
import { aDesk, ASKS, type Desk } from './desk.ts';
import { lacks } from '../orders/an-office.ts';

const ATTEMPTS: readonly Attempt[] = [
  ...[...proofs, ...triggers, ...policies, ...replaced, ...holds, ...wipes, ...ownClients],
  ...[...codes, ...orders, ...otherMeans],
];

const PAGES = ['docs/threat-model.md', 'docs/threat-model.zh-CN.md'] as const;

/** What stands for each answer in the third column of the table, in each language. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  ...{ prevented: 'prevented', seen: 'seen', 'not promised': 'not promised' },
  ...{ 阻止: 'prevented', 可见: 'seen', 不保证: 'not promised' },
};

/** The rows of the table of a page: `| kind | what is tried | answer | why |`. */
function promisedIn(page: string): ReadonlyMap<string, Answer | undefined> {
  const rows = readFileSync(page, 'utf8').matchAll(/^\| `([a-z-]+)` *\|[^|]*\| *([^|]+?) *\|/gm);
  return new Map([...rows].map(([, kind = '', answer = '']) => [kind, ANSWERS[answer]]));
}

const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.end();
});

async function answerTo({ go }: Attempt): Promise<Answer> {
  const desk = aDesk();
  desks.push(desk);
  const trace = await go(desk);
  if (!desk.wasTouched()) return 'prevented';
  return trace === undefined ? 'not promised' : 'seen';
}

describe.skipIf(lacks)(`the owner of an account tries${lacks}`, () => {
  const promised = promisedIn(PAGES[0]);

  it.each(ATTEMPTS.map((one) => [one.kind, one.title, one] as const))(
    '%s: %s',
    async (kind, _, one) => {
      expect(await answerTo(one)).toBe(promised.get(kind));
    },
  );

  it.each(DEEDS)('%s, and with the proof it is done', async (kind) => {
    const desk = aDesk();
    desks.push(desk);
    desk.managed({ demand: { [kind]: { person: ['confirm', 'code'] } } });
    const shown = await desk.enrol();
    await prepared(desk, kind);
    desk.world.now += 30_000;
    const satisfy = async (asked: Question) =>
      asked.kind === 'proof' && asked.proof === 'code' ? { code: shown() } : ('question' as const);
    const { proofs } = await desk.ask({ kind }, { asks: ASKS, satisfy });
    expect(proofs?.map((one) => one.kind)).toEqual(['confirm', 'code']);
    expect(desk.wasTouched()).toBe(true);
  });

  it('at least 200 things, of each kind that the docs name', () => {
    expect(ATTEMPTS.length).toBeGreaterThanOrEqual(200);
    expect([...new Set(ATTEMPTS.map(({ kind }): Kind => kind))].sort()).toEqual(
      [...promised.keys()].sort(),
    );
    const titles = ATTEMPTS.map(({ kind, title }) => `${kind}: ${title}`);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('and reads the same answers in both languages', () => {
    expect([...promisedIn(PAGES[1])]).toEqual([...promised]);
    expect([...promised.values()]).not.toContain(undefined);
  });
});
