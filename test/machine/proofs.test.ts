import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { known, unknown, type Known } from '../../shared/core/known.ts';
import type { ProofAnswer } from '../../shared/core/proof.ts';
import { ACTION_FILE } from '../../shared/machine/linux/proofs/polkit-action.ts';
import { presenceByPolkit } from '../../shared/machine/linux/proofs/presence.ts';
import { PROGRAMS } from '../../shared/machine/macos/programs.ts';
import script from '../../shared/machine/macos/proofs/presence.jxa.js.ts';
import { presenceByTouchId } from '../../shared/machine/macos/proofs/presence.ts';
import { proofsBy } from '../../shared/machine/proofs/proofs-by.ts';
import type { Order, Said } from '../../shared/machine/run-port.ts';
import { presenceByHello } from '../../shared/machine/windows/proofs/presence.ts';

const QUESTION = { kind: 'presence', reason: '净退：强制退出 “微信”', digest: '' } as const;
const why = (answer: ProofAnswer): string =>
  'given' in answer
    ? `given ${answer.given.by}`
    : [answer.refused.why, answer.refused.detail ?? []].flat().join(' ');

/** A runner that answers so, and keeps what it was told. */
function running(answer: Partial<Said> | 'late' | 'missing') {
  const orders: Order[] = [];
  const run = async (order: Order): Promise<Known<Said>> => {
    orders.push(order);
    if (answer === 'late') return unknown('timeout', 'no answer');
    if (answer === 'missing') return unknown('unsupported', 'ENOENT');
    return known({ code: 0, stdout: '', stderr: '', ...answer });
  };
  return { run, orders };
}

describe('presence by polkit', () => {
  it.each<[Parameters<typeof running>[0], string]>([
    [{ code: 0 }, 'given polkit'],
    [{ code: 1 }, 'declined'],
    [{ code: 3 }, 'declined'],
    [{ code: 2 }, 'not-available no-agent'],
    [{ code: 127, stderr: 'Action x is not registered' }, 'not-available polkit-action'],
    [{ code: 127, stderr: 'no bus' }, 'not-available polkit: no bus'],
    ['late', 'declined'],
  ])('%j is %s', async (answer, expected) => {
    const { run, orders } = running(answer);
    const prove = presenceByPolkit({ run, uid: 1_000, program: process.execPath });
    expect(why(await prove(QUESTION))).toBe(expected);
    expect(orders[0]?.args.join(' ')).toMatch(
      new RegExp(`--process ${process.pid},\\d+,1000 --allow-user-interaction$`),
    );
    // A person could name a bus of their own.
    expect(orders[0]?.env).toEqual({});
  });

  it('asks nothing of root, and nothing where there is no polkit', async () => {
    const { run, orders } = running({});
    expect(why(await presenceByPolkit({ run, uid: 0 })(QUESTION))).toBe('not-available root');
    const none = presenceByPolkit({ run, uid: 1, program: '/nowhere/pkcheck' });
    expect(why(await none(QUESTION))).toBe('not-available polkit-missing');
    expect(orders).toEqual([]);
  });

  it('is asked by the file that administrators can install by hand', () => {
    expect(ACTION_FILE).toBe(readFileSync('deploy/linux/org.clean-exit.presence.policy', 'utf8'));
    expect(ACTION_FILE.match(/auth_self</g)).toHaveLength(3);
  });
});

describe('presence on a Mac', () => {
  it.each<[Parameters<typeof running>[0], string]>([
    [{ stdout: '{"present":true}' }, 'given LocalAuthentication'],
    [{ stdout: '{"code":-2,"asked":true}' }, 'declined'],
    [{ stdout: '{"late":true,"asked":true}' }, 'declined'],
    [{ stdout: '{"code":-5,"asked":false}' }, 'not-available LocalAuthentication -5'],
    [{ stdout: '{"present":"true"}' }, 'not-available LocalAuthentication undefined'],
    ['late', 'declined'],
    ['missing', 'not-available ENOENT'],
  ])('%j is %s', async (answer, expected) => {
    const { run, orders } = running(answer);
    const prove = presenceByTouchId({ run, programs: PROGRAMS, home: '/Users/anna' });
    expect(why(await prove(QUESTION))).toBe(expected);
    expect(orders[0]).toMatchObject({ program: '/usr/bin/osascript', input: script });
    expect(decodeURIComponent(orders[0]?.args[3] ?? '')).toBe(QUESTION.reason);
  });

  /** The script in a world where LocalAuthentication answers so; nothing of it was run on a Mac. */
  function said(can: boolean, reply: readonly [boolean, object | null] | undefined): unknown {
    const world = `
      const ObjC = { import() {} };
      const Ref = () => [{ code: -5 }];
      let asked = 0;
      const $ = Object.assign((text) => text, {
        LAContext: { alloc: { init: {
          canEvaluatePolicyError: (policy) => policy === 2 && ${String(can)},
          evaluatePolicyLocalizedReasonReply: (policy, reason, answer) => {
            const reply = ${JSON.stringify(reply ?? null)};
            if (reply) answer(...reply);
          },
        } } },
        NSRunLoop: { currentRunLoop: { runUntilDate() {} } },
        NSDate: { dateWithTimeIntervalSinceNow() {} },
      });
      ${script}
      run(['%E5%87%80', '20']);`;
    return JSON.parse(vm.runInNewContext(world) as string);
  }

  it('is proved by success alone; an error, a late answer and a missing sensor are none', () => {
    expect(said(true, [true, null])).toEqual({ present: true });
    expect(said(true, [false, { code: -2 }])).toEqual({ code: -2, asked: true });
    expect(said(true, undefined)).toEqual({ late: true, asked: true });
    expect(said(false, [true, null])).toEqual({ code: -5, asked: false });
  });
});

describe('presence on Windows', () => {
  const says = (can: string, answer: string) => ({
    stdout: JSON.stringify({ ok: true, can, answer }),
  });
  it.each<[Parameters<typeof running>[0], string]>([
    [says('Available', 'Verified'), 'given Windows Hello'],
    [says('Available', 'Canceled'), 'declined'],
    [says('Available', 'RetriesExhausted'), 'declined'],
    [says('Available', 'DeviceBusy'), 'not-available Windows Hello: DeviceBusy'],
    [says('NotConfiguredForUser', ''), 'not-available Windows Hello: NotConfiguredForUser'],
    [{ stdout: '{"ok":false,"detail":"late"}' }, 'declined'],
    [{ stdout: '' }, 'not-available powershell said nothing'],
    ['late', 'declined'],
  ])('%j is %s', async (answer, expected) => {
    const { run, orders } = running(answer);
    const prove = presenceByHello({ run, env: { SystemRoot: 'C:\\Windows' } });
    expect(why(await prove(QUESTION))).toBe(expected);
    const [order] = orders;
    expect(order?.program).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    const told = JSON.parse(order?.input ?? '') as { reason: string };
    expect(told.reason).toBe(QUESTION.reason);
    expect(order?.args.join(' ')).not.toContain('净退');
    // The longest command line that Windows takes.
    expect(order?.args.join(' ').length).toBeLessThan(32_767);
  });
});

describe('the proofs of a machine', () => {
  it('never throw: what fails is no proof', async () => {
    const broken = proofsBy({ presence: () => Promise.reject(new Error('planted')) });
    expect(why(await broken.prove(QUESTION))).toBe('not-available planted');
    expect(why(await broken.prove({ ...QUESTION, kind: 'volume' }))).toBe(
      'not-available unsupported',
    );
    const signal = AbortSignal.abort();
    expect(why(await broken.prove({ ...QUESTION, signal }))).toBe('declined');
  });
});
