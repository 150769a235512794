import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attempt, type Attempt } from '../attempt.ts';
import { ASKS, type Desk } from '../desk.ts';

const STEP_MS = 30_000;
const HOUR_MS = 3_600_000;

/** Force is demanded a code for, and the client is there to be ended. */
const demanding = (desk: Desk): void => desk.managed({ demand: { force: ['code'] } });

const typing = (desk: Desk, code: string) =>
  desk.ask(
    { kind: 'force' },
    { asks: ASKS, satisfy: async ({ kind }) => (kind === 'proof' ? { code } : 'question') },
  );

/** Ends it with a good code, and starts it again: what is done from then on counts. */
async function usedOnce(desk: Desk, code: string): Promise<void> {
  const { verdict } = await typing(desk, code);
  if (verdict !== 'gone') throw new Error(`the code was not taken: ${verdict}`);
  desk.come(7_000);
  desk.world.deeds.splice(0);
}

/** The file of the enrolment, which belongs to the owner of the account. */
const fileOf = (desk: Desk): string => path.join(desk.places.ourState, 'code.json');

const again: readonly Attempt[] = [
  ...[0, 5_000, 20_000, STEP_MS].map((later) =>
    attempt('code-again', `the code that was used, ${later / 1_000} s later`, async (desk) => {
      demanding(desk);
      const shown = await desk.enrol();
      desk.world.now += STEP_MS;
      const code = shown();
      await usedOnce(desk, code);
      desk.world.now += later;
      await typing(desk, code);
      return undefined;
    }),
  ),
  ...[-STEP_MS, -2 * STEP_MS, -HOUR_MS].map((of) =>
    attempt(
      'code-again',
      `a code of ${-of / 1_000} s before the one that was used`,
      async (desk) => {
        demanding(desk);
        const shown = await desk.enrol();
        desk.world.now += 2 * HOUR_MS;
        const old = shown(desk.world.now + of);
        await usedOnce(desk, shown());
        await typing(desk, old);
        return undefined;
      },
    ),
  ),
  attempt('code-again', 'the code of the enrolment itself', async (desk) => {
    demanding(desk);
    const shown = await desk.enrol();
    await typing(desk, shown());
    return undefined;
  }),
  attempt('code-again', 'one code for two requests at once', async (desk) => {
    demanding(desk);
    const shown = await desk.enrol();
    desk.world.now += STEP_MS;
    const code = shown();
    const answers = await Promise.all([desk.checker.check(code), desk.checker.check(code)]);
    if (answers.filter((one) => 'given' in one).length > 1) await usedOnce(desk, code);
    return undefined;
  }),
];

const guesses: readonly (readonly [string, (good: string) => readonly string[]])[] = [
  ['nothing', () => ['']],
  ['five digits', (good) => [good.slice(0, 5)]],
  ['seven digits', (good) => [`${good}0`]],
  ['letters', () => ['abcdef']],
  [
    'digits of another script',
    (good) => [[...good].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')],
  ],
  ['a number with a sign', () => ['-12345']],
  ['a number with an exponent', () => ['1e5000']],
  ['five wrong ones, then the right one', (good) => [...Array<string>(5).fill(other(good)), good]],
  ['ten wrong ones, then the right one', (good) => [...Array<string>(10).fill(other(good)), good]],
  ['the code of a step that is far ahead', () => []],
];

const other = (good: string): string => (good === '123456' ? '654321' : '123456');

const guessed: readonly Attempt[] = guesses.map(([what, of]) =>
  attempt('code-guessed', what, async (desk) => {
    demanding(desk);
    const shown = await desk.enrol();
    desk.world.now += STEP_MS;
    const tries = of(shown());
    for (const code of tries.length > 0 ? tries : [shown(desk.world.now + 3 * STEP_MS)])
      await typing(desk, code);
    return undefined;
  }),
);

const clock: readonly Attempt[] = [2 * STEP_MS, HOUR_MS, 24 * HOUR_MS].flatMap((back) =>
  (['the code of that time', 'a code that was used then'] as const).map((which) =>
    attempt('clock-back', `${back / 1_000} s, and ${which}`, async (desk) => {
      demanding(desk);
      const shown = await desk.enrol();
      desk.world.now += 48 * HOUR_MS;
      const [used, then] = [shown(), desk.world.now];
      await usedOnce(desk, used);
      desk.world.now = then + STEP_MS;
      await desk.checker.check('');
      desk.world.now -= back;
      await typing(desk, which === 'the code of that time' ? shown() : used);
      return undefined;
    }),
  ),
);

/** What the owner of the account can do with the files of the account. */
const owned: readonly Attempt[] = [
  attempt('no-proof', 'the enrolment is deleted, and nothing is enrolled', async (desk) => {
    demanding(desk);
    await desk.enrol();
    rmSync(fileOf(desk));
    await typing(desk, '000000');
    return undefined;
  }),
  attempt(
    'enrolled-again',
    'the enrolment is deleted, and an own app is enrolled',
    async (desk) => {
      demanding(desk);
      await desk.enrol();
      const before = (await desk.checker.status())?.id;
      rmSync(fileOf(desk));
      const shown = await desk.enrol();
      desk.world.now += STEP_MS;
      const { proofs = [] } = await typing(desk, shown());
      const by = proofs.find(({ kind }) => kind === 'code')?.by;
      return by === `totp ${before ?? ''}` ? undefined : by;
    },
  ),
  attempt('enrolled-again', 'another secret is written into the file', async (desk) => {
    demanding(desk);
    await desk.enrol();
    const old = readFileSync(fileOf(desk), 'utf8');
    rmSync(fileOf(desk));
    const shown = await desk.enrol();
    const now = JSON.parse(readFileSync(fileOf(desk), 'utf8')) as { id: string };
    desk.world.now += STEP_MS;
    const { proofs = [] } = await typing(desk, shown());
    return old.includes(now.id) ? undefined : proofs[0]?.by;
  }),
  attempt('secret-read', 'the owner reads the secret and computes the code', async (desk) => {
    demanding(desk);
    const shown = await desk.enrol();
    desk.world.now += STEP_MS;
    await typing(desk, shown());
    return undefined;
  }),
  attempt(
    'secret-read',
    'an older copy of the file is put back, and its code is used again',
    async (desk) => {
      demanding(desk);
      const shown = await desk.enrol();
      desk.world.now += STEP_MS;
      const copy = readFileSync(fileOf(desk));
      const code = shown();
      await usedOnce(desk, code);
      writeFileSync(fileOf(desk), copy, { mode: 0o600 });
      await typing(desk, code);
      return undefined;
    },
  ),
  attempt('secret-read', 'the count of wrong codes is edited', async (desk) => {
    demanding(desk);
    const shown = await desk.enrol();
    desk.world.now += STEP_MS;
    for (let i = 0; i < 5; i++) await typing(desk, other(shown()));
    const file = JSON.parse(readFileSync(fileOf(desk), 'utf8')) as object;
    writeFileSync(fileOf(desk), JSON.stringify({ ...file, wrong: 0, lockedUntil: 0 }), {
      mode: 0o600,
    });
    await typing(desk, shown());
    return undefined;
  }),
];

export const codes: readonly Attempt[] = [...again, ...guessed, ...clock, ...owned];
