import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { signedText, type Approval, type Order } from '../../shared/core/order/order.ts';
import type { Request } from '../../shared/core/model.ts';
import type { Trigger } from '../../shared/core/trigger.ts';
import { openEngine, type Question, type RequestUi } from '../../shared/engine/engine.ts';
import { openOrders } from '../../shared/engine/order/orders.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { codesIn } from '../../shared/store/code/codes.ts';
import { openStore } from '../../shared/store/store.ts';
import { newHome, tidyHomes, type Home } from '../cli/home.ts';
import { tidy } from '../machine/linux/actors.ts';
import { lacks, SSH_KEYGEN } from '../orders/an-office.ts';

tidy();
tidyHomes();

const HALF_HOUR_MS = 30 * 60_000;

/** What the administrator of a finance desk wrote. */
const POLICY = {
  schema: 'clean-exit/policy/2',
  hold: true,
  doubts: 'strict',
  secondLook: true,
  demand: { force: { person: ['code'], schedule: ['code'], order: ['two-persons'] } },
  clients: { practice: { times: { timeoutMs: 400, graceMs: 400 } } },
};

/** A desk whose clock the test sets forward; all else of it is real. */
function aDesk(home: Home) {
  const managed = path.join(home.folder, 'managed');
  mkdirSync(managed);
  writeFileSync(path.join(managed, 'policy.json'), JSON.stringify(POLICY));
  const native = nativeMachine(home.env);
  let later = 0;
  const now = (): number => native.clock.now() + later;
  const places = { ...native.places, ourManaged: managed };
  const machine: Machine = { ...native, places, clock: { ...native.clock, now } };
  const codes = codesIn(places, now);
  // The administrator's: that nobody else could have written it is for other tests.
  const store = openStore({ places, distrusts: async () => undefined });
  const with_ = { machine, store, codes };
  return {
    ...{ machine, codes, now },
    orders: openOrders({ ...with_, surface: 'command line' }),
    ask: (request: Partial<Request>, ui: RequestUi = {}, trigger: Trigger = 'person') =>
      openEngine({ ...with_, surface: 'command line', trigger }).run(
        { kind: 'exit', client: 'practice', ...request },
        ui,
      ),
    pass: (ms: number) => void (later += ms),
    end: () => native.leave(),
  };
}
type Desk = ReturnType<typeof aDesk>;

/** Two colleagues, each with a key, and the list that names them. */
function colleagues(home: Home, { machine }: Desk): readonly string[] {
  const keys = ['anna', 'bob'].map((name) => path.join(home.folder, name));
  for (const key of keys)
    execFileSync(SSH_KEYGEN, ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
  const lines = keys.map((key) => `${path.basename(key)} ${readFileSync(`${key}.pub`, 'utf8')}`);
  mkdirSync(machine.places.ourConfig, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(machine.places.ourConfig, 'allowed_signers'), lines.join(''));
  return keys;
}

async function approve({ machine, orders }: Desk, order: Order, key: string): Promise<Approval> {
  const digest = orders.digestOf(order);
  const signing = await machine.signing?.();
  const text = signedText(digest);
  const signed = await signing?.sign({ key, namespace: 'clean-exit-order', text });
  if (!signed || 'why' in signed) throw new Error('not signed');
  return { schema: 'clean-exit/approval/1', order: digest, signature: signed.signature };
}

/** The person confirms, and types this code. */
const typing = (code: string): RequestUi => ({
  asks: ['confirm', 'code'],
  satisfy: async (question: Question) => (question.kind === 'proof' ? { code } : 'question'),
});

const filesBelow = (home: Home): number =>
  readdirSync(home.folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
    /practice.*cache/i.test(one),
  ).length;

describe.skipIf(lacks)(`18:30 at a finance desk${lacks}`, () => {
  it('the desk is left clean, each step with its proof, and nothing is removed', async () => {
    const home = newHome();
    const desk = aDesk(home);
    const secret = await desk.codes.begin('anna');
    const app = new TOTP({ secret: secret.base32 });
    const shown = (): string => app.generate({ timestamp: desk.now() });
    expect(await desk.codes.enrol(secret, shown())).toBe('kept');
    const [anna = '', bob = ''] = colleagues(home, desk);

    // 17:00: somebody foresees that it will hang, and two colleagues agree that it may then be ended.
    await home.run('practice', 'start', '--temper', 'deaf');
    const made = await desk.orders.make({
      ...{ kind: 'force', clients: ['practice'], expires: desk.now() + 16 * HALF_HOUR_MS },
    });
    const order = 'order' in made ? made.order : expect.fail(JSON.stringify(made));
    const approvals = [await approve(desk, order, anna), await approve(desk, order, bob)];

    // 18:00: the client is ended by its user with a code, and started again.
    desk.pass(2 * HALF_HOUR_MS);
    const wrong = await desk.ask({ kind: 'force' }, typing('000000'));
    expect(wrong).toMatchObject({ result: 'refused', refusals: [{ code: 'needs-proof' }] });
    expect(wrong.left.processes).not.toEqual([]);
    const right = await desk.ask({ kind: 'force' }, typing(shown()));
    expect(right).toMatchObject({ result: 'done', verdict: 'gone', proofs: [{ kind: 'code' }] });
    await home.run('practice', 'start', '--temper', 'deaf');

    // 18:30: the schedule asks it to quit and asks nobody; it hears nothing, and that is what is said.
    desk.pass(HALF_HOUR_MS);
    const asked = await desk.ask({}, {}, 'schedule');
    expect(asked).toMatchObject({ trigger: 'schedule', verdict: 'still-running', refusals: [] });
    const alone = await desk.ask({ kind: 'force' }, {}, 'schedule');
    expect(alone).toMatchObject({ result: 'refused', refusals: [{ code: 'needs-proof' }] });

    // The order of 17:00 is about another process by now, and means the same.
    const ran = await desk.orders.run(order, approvals);
    expect(ran.receipts).toMatchObject([
      {
        ...{ trigger: 'order', result: 'done', verdict: 'gone', secondLook: { outcome: 'agrees' } },
        proofs: [{ kind: 'two-persons' }],
        order: { approvedBy: [{ principal: 'anna' }, { principal: 'bob' }] },
      },
    ]);
    const again = await desk.orders.run(order, approvals);
    expect(again).toMatchObject({ began: false });
    expect(again.receipts[0]?.refusals.map(({ code }) => code)).toContain('order-used');

    // Chats must be kept: nothing goes, whoever asks.
    const before = filesBelow(home);
    expect(before).toBeGreaterThan(0);
    for (const trigger of ['person', 'schedule', 'policy'] as const) {
      const purge = await desk.ask({ kind: 'purge' }, typing(shown()), trigger);
      expect(purge).toMatchObject({ result: 'refused', refusals: [{ code: 'hold' }] });
      expect(purge.refusals[0]?.detail).toContain('policy.json');
    }
    expect(filesBelow(home)).toBe(before);
    expect((await home.run('log', '--json')).out).not.toContain(secret.base32);
    await desk.end();
  });
});
