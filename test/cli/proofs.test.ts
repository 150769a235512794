import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { tidy } from '../machine/linux/actors.ts';
import type { Child } from '../desk/child.ts';
import { atTerminal, command, type_ } from './at-terminal.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidy();
tidyHomes();

const STEP_MS = 30_000;
const CODE = 'authenticator app:';

function withPolicy(demand: object): Home {
  const home = newHome();
  const folder = path.join(home.folder, '.config/clean-exit');
  mkdirSync(folder, { recursive: true });
  const policy = { schema: 'clean-exit/policy/2', demand };
  writeFileSync(path.join(folder, 'policy.json'), JSON.stringify(policy));
  return home;
}

/** What the app shows; the enrolment spends a code of now, so a later one is a step ahead. */
const shownBy = (base32: string, steps: number): string =>
  new TOTP({ secret: Secret.fromBase32(base32) }).generate({
    timestamp: Date.now() + steps * STEP_MS,
  });

const secretIn = (screen: string): string =>
  /secret=([A-Z2-7]+)/.exec(screen)?.[1] ?? expect.fail('no secret is shown');

/** Enrols at a terminal, as a person does; answers the secret that the screen showed. */
async function enrol(home: Home): Promise<string> {
  const screen = await atTerminal(command('code enrol'), home.env);
  await screen.says('shows now:');
  const secret = secretIn(screen.stdout());
  // A code of the step before, so that those of now and of the next one are left.
  type_(screen, `${shownBy(secret, -1)}\r`);
  await screen.ended;
  expect(screen.stdout()).toContain('Enrolled (');
  return secret;
}

async function answered(screen: Child, ...answers: readonly (readonly [string, string])[]) {
  for (const [question, answer] of answers) {
    await screen.says(question);
    type_(screen, `${answer}\r`);
  }
  await screen.ended;
  return screen.stdout();
}

/** With a line for standard input. */
async function piped(home: Home, args: string, input: string): Promise<Receipt & { code: number }> {
  const { stdout, exitCode } = await execa(
    process.execPath,
    ['bin/clean-exit.cjs', ...args.split(' '), '--json'],
    { env: home.env, extendEnv: false, reject: false, input },
  );
  return { ...(receiptSchema.parse(JSON.parse(stdout)) as Receipt), code: exitCode ?? -1 };
}

const everything = (home: Home): string => {
  const state = path.join(home.folder, '.local/state/clean-exit');
  return readFileSync(path.join(state, 'receipts-2.jsonl'), 'utf8');
};

describe('a one-time code', () => {
  it('is enrolled by a QR code, asked for at a terminal, taken once, and never written down', async () => {
    const home = withPolicy({ exit: ['code'] });
    const secret = await enrol(home);
    await home.run('practice', 'start');
    const wrong = await atTerminal(command('exit practice'), home.env);
    expect(await answered(wrong, [CODE, '12345'])).toContain('The one-time code is wrong');
    const code = shownBy(secret, 0);
    const right = await atTerminal(command('exit practice'), home.env);
    expect(await answered(right, [CODE, code])).toMatch(/gone[\s\S]*a one-time code \(totp/);
    await home.run('practice', 'start');
    const again = await piped(home, 'exit practice --code-stdin', `${code}\n`);
    expect(again).toMatchObject({
      code: 1,
      result: 'refused',
      refusals: [{ code: 'needs-proof', proof: { why: 'wrong', detail: 'used' } }],
    });
    const next = await piped(home, 'exit practice --code-stdin', `${shownBy(secret, 1)}\n`);
    expect(next).toMatchObject({ code: 0, verdict: 'gone', proofs: [{ kind: 'code' }] });
    expect(everything(home)).not.toMatch(new RegExp(`${secret}|${code}`));
  });

  it('is asked for once, whatever clients a request is about', async () => {
    const home = withPolicy({ exit: ['code'] });
    const secret = await enrol(home);
    await home.run('practice', 'start');
    const screen = await atTerminal(command('exit all --yes'), home.env);
    const said = await answered(screen, [CODE, shownBy(secret, 0)]);
    expect(said.split(CODE)).toHaveLength(2);
    expect(said).toContain('gone');
  });

  it('is refused in a pipe, and the refusal says where it can be given', async () => {
    const home = withPolicy({ exit: ['code'] });
    await enrol(home);
    await home.run('practice', 'start');
    const refused = await home.run('exit', 'practice');
    expect(refused.code).toBe(1);
    expect(refused.out.replace(/\s+/g, ' ')).toContain('clean-exit exit practice --code-stdin');
    expect(await home.receipt('exit', 'practice')).toMatchObject({
      refusals: [{ code: 'needs-proof', proof: { kind: 'code', surfaces: ['Raycast'] } }],
    });
  });

  it('that is demanded where nobody is enrolled is refused with the command to enrol', async () => {
    const home = withPolicy({ exit: ['confirm', 'code'] });
    await home.run('practice', 'start');
    const screen = await atTerminal(command('exit practice'), home.env);
    await screen.ended;
    expect(screen.stdout()).toContain('clean-exit code enrol');
    expect(screen.stdout()).not.toContain('[y/N]');
  });

  it('is taken of a new secret only after a rotation, and of none after a removal', async () => {
    const home = withPolicy({ exit: ['code'] });
    const old = await enrol(home);
    const again = await atTerminal(command('code enrol'), home.env);
    await again.ended;
    expect(again.stdout()).toContain('enrolled already');
    const rotate = await atTerminal(command('code rotate'), home.env);
    await rotate.says('present enrolment:');
    type_(rotate, `${shownBy(old, 0)}\r`);
    await rotate.says('shows now:');
    const secret = secretIn(rotate.stdout());
    type_(rotate, `${shownBy(secret, -1)}\r`);
    await rotate.ended;
    await home.run('practice', 'start');
    const before = await piped(home, 'exit practice --code-stdin', `${shownBy(old, 1)}\n`);
    expect(before.refusals).toMatchObject([{ proof: { why: 'wrong' } }]);
    const remove = await atTerminal(command('code remove'), home.env);
    expect(await answered(remove, ['present enrolment:', shownBy(secret, 0)])).toContain('removed');
    expect((await home.run('code', 'status', '--json')).json()).toMatchObject({ enrolled: false });
    const gone = await piped(home, 'exit practice --code-stdin', `${shownBy(secret, 1)}\n`);
    expect(gone.refusals).toMatchObject([{ proof: { detail: 'not-enrolled' } }]);
  });

  it.each(['code enrol', 'code enrol --json', 'code rotate'])(
    'shows its secret at a terminal only: %s',
    async (args) => {
      const said = await newHome().run(...args.split(' '));
      expect(said.code).toBe(2);
      expect(said.out + said.err).not.toMatch(/otpauth:|secret=/);
    },
  );
});

describe('a confirmation that the policy demands', () => {
  it('is a question at a terminal, and a closed one is none', async () => {
    const home = withPolicy({ exit: ['confirm'] });
    await home.run('practice', 'start');
    const closed = await atTerminal(command('exit practice'), home.env);
    await closed.says('[y/N]');
    type_(closed, '\u0004');
    await closed.ended;
    const yes = await atTerminal(command('exit practice'), home.env);
    expect(await answered(yes, ['[y/N]', 'y'])).toContain('gone');
    const log = (await home.run('log', '--json')).json() as { receipts: Receipt[] };
    expect(log.receipts).toMatchObject([
      { result: 'cancelled', refusals: [{ proof: { kind: 'confirm', why: 'declined' } }] },
      { result: 'done', proofs: [{ kind: 'confirm', by: 'question' }] },
    ]);
  });

  it('is --yes in a script, and nothing without it', async () => {
    const home = withPolicy({ exit: ['confirm'], force: ['confirm'] });
    await home.run('practice', 'start');
    for (const kind of ['exit', 'force'])
      expect(await home.receipt(kind, 'practice')).toMatchObject({
        code: 1,
        verdict: 'still-running',
        refusals: [{ code: 'needs-proof', proof: { kind: 'confirm' } }],
      });
    expect(await home.receipt('exit', 'practice', '--yes')).toMatchObject({
      code: 0,
      proofs: [{ kind: 'confirm', by: 'option' }],
    });
  });

  it('is seen in a dry run, in words and as data', async () => {
    const home = withPolicy({ exit: ['confirm', 'presence'] });
    await home.run('practice', 'start');
    expect((await home.run('exit', 'practice', '--dry-run')).out).toContain('The policy demands');
    const dry = await home.run('exit', 'practice', '--dry-run', '--json');
    expect(dry.json()).toMatchObject({ plans: [{ demands: ['confirm', 'presence'] }] });
  });
});
