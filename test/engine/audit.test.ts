import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../shared/audit/event.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Policy, Request, RequestKind } from '../../shared/core/model.ts';
import type { AuditNotice, Receipt } from '../../shared/core/receipt.ts';
import { contextsOf, openEngine, type RequestUi } from '../../shared/engine/engine.ts';
import { nobodyThere } from '../../shared/engine/nobody-there.ts';
import { summarize } from '../../shared/engine/summary.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import type { World } from '../../shared/machine/simulated/world.ts';
import { auditFault, type AuditLog } from '../../shared/store/audit/audit-log.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { memoryAuditLog, memoryStore } from './memory-store.ts';
import { chat } from './scenes.ts';

const host = () => ({
  ...{ hostname: 'desk-7', addresses: ['192.0.2.7'], system: 'Linux 6.1' },
  user: { name: 'anna', id: '1000' },
});

interface Stage {
  readonly policy?: Partial<Policy>;
  readonly log?: AuditLog;
  readonly machine?: (machine: Machine) => Machine;
}

function stage(world: World, { policy, log, machine: change = (one) => one }: Stage = {}) {
  const events: AuditEvent[] = [];
  const receipts: Receipt[] = [];
  const machine = change({ ...simulatedMachine(world), host });
  const store = memoryStore([CHAT, WORK], {
    policy: { ...DEFAULT_POLICY, audit: 'on', ...policy },
    ...{ receipts, log: log ?? memoryAuditLog(events) },
  });
  const options = { machine, store, surface: 'test' };
  return { options, engine: openEngine(options), events, receipts };
}

const saidIn = (events: readonly AuditEvent[]) => events.map(({ unmapped }) => unmapped.clean_exit);
const YES: RequestUi = { satisfy: async () => 'question' };
const EXIT: Request = { kind: 'exit', client: 'chat' };
const touched = ({ deeds }: World): number => deeds.length;

/** A log that cannot be written from its n-th line on. */
const brokenAt = (first: number, events: AuditEvent[] = []): AuditLog => ({
  append: async (event) => {
    if (events.length >= first) throw auditFault('/state/audit', 'ENOSPC', 'no space left');
    return { sequence: events.push(event) - 1, fingerprint: '' };
  },
});

describe('the audit log of a request', () => {
  it('has its intent before the first touch, and its outcome after', async () => {
    const world = chat();
    const touchedAt: number[] = [];
    const events: AuditEvent[] = [];
    const log: AuditLog = {
      append: async (event) => {
        touchedAt.push(touched(world));
        return { sequence: events.push(event) - 1, fingerprint: '' };
      },
    };
    const { engine } = stage(world, { log });
    const receipt = await engine.run(EXIT);
    expect(saidIn(events)).toMatchObject([
      { phase: 'intent', client: 'chat', request: 'exit', before: { processes: [{ pid: 1_000 }] } },
      { phase: 'outcome', result: 'done', verdict: 'gone', remains: { processes: [] } },
    ]);
    expect(touchedAt[0]).toBe(0);
    expect(touchedAt[1]).toBeGreaterThan(0);
    expect(receipt.audit).toEqual({ intent: 0, outcome: 1 });
    const [intent, outcome] = events;
    expect(intent?.metadata.correlation_uid).toBe(outcome?.metadata.correlation_uid);
    expect(intent).toMatchObject({
      type_uid: 600_204,
      status: 'Intent',
      actor: { user: { name: 'anna' } },
    });
    expect(outcome).toMatchObject({
      status: 'Success',
      device: { hostname: 'desk-7', ip: '192.0.2.7' },
    });
  });

  it('is not there where no policy wants one', async () => {
    const { engine, events, receipts } = stage(chat(), { policy: { audit: 'off' } });
    await engine.run(EXIT);
    expect(events).toEqual([]);
    expect(receipts[0]).not.toHaveProperty('audit');
  });

  it('has a request for a client that is not there as well: a clean desk is proved', async () => {
    const { engine, events } = stage(chat());
    await engine.run({ kind: 'exit', client: 'work' });
    expect(saidIn(events)).toMatchObject([
      { phase: 'intent', client: 'work' },
      { phase: 'outcome', result: 'nothing-to-do', verdict: 'gone' },
    ]);
  });

  it('has a request that was refused, with the code', async () => {
    const { engine, events } = stage(chat(), { policy: { force: 'never' } });
    await engine.run({ kind: 'force', client: 'chat' }, YES);
    expect(events[1]).toMatchObject({ status: 'Failure', status_code: 'force-not-allowed' });
    expect(saidIn(events)[0]).toMatchObject({ refusals: [{ code: 'force-not-allowed' }] });
  });

  it('has a preview in no line', async () => {
    const { engine, events } = stage(chat());
    await engine.preview(EXIT);
    expect(events).toEqual([]);
  });

  it('sums up a request for all clients, also where none was there', async () => {
    const { options, engine, events } = stage(chat());
    const receipt = await engine.run(EXIT, { batch: 'all-1' });
    expect(saidIn(events).map(({ batch }) => batch)).toEqual(['all-1', 'all-1']);
    await summarize(options, 'exit', [receipt], { batch: 'all-1' });
    expect(saidIn(events)[2]).toMatchObject({
      batch: 'all-1',
      ...{ phase: 'summary', client: 'all', verdict: 'gone' },
      clients: [{ client: 'chat', result: 'done', verdict: 'gone' }],
    });
    const seen = await engine.status(['chat', 'work']);
    const nobody = await nobodyThere(options, { request: EXIT, seen, unread: [], began: 0 });
    expect(saidIn(events)[3]).toMatchObject({ phase: 'summary', looked: ['chat', 'work'] });
    expect(nobody.audit).toEqual({ outcome: 3 });
  });
});

describe('what the audit log says of itself', () => {
  it('is on the receipt of the request that heard it, once', async () => {
    const heard: AuditNotice[] = [
      { code: 'key-replaced', line: 7 },
      { code: 'lines-missing', line: 3, known: 6 },
    ];
    const notices = [...heard];
    let lines = 0;
    const log: AuditLog = {
      append: async () => {
        const notice = notices.shift();
        const place = { sequence: lines++, fingerprint: '' };
        return notice ? { ...place, notices: [notice] } : place;
      },
    };
    const { engine, receipts } = stage(chat(), { log });
    await engine.run(EXIT);
    await engine.run(EXIT);
    expect(receipts.map(({ audit }) => audit)).toEqual([
      { intent: 0, outcome: 1, notices: heard },
      { intent: 2, outcome: 3 },
    ]);
  });
});

describe('an audit log that cannot be written', () => {
  it('that is required leaves everything untouched, whatever is asked for', async () => {
    for (const kind of ['exit', 'force', 'purge', 'hide', 'wipe', 'reset'] as const) {
      const world = chat();
      const { engine, receipts } = stage(world, {
        policy: { audit: 'required' },
        log: brokenAt(0),
      });
      const receipt = await engine.run({ kind, client: 'chat', consent: 'ask' }, YES);
      expect(receipt.refusals.map(({ code }) => code)).toContain('audit-unwritable');
      expect([kind, receipt.result, touched(world)]).toEqual([kind, 'refused', 0]);
      expect(receipt.audit?.fault).toMatchObject({ code: 'ENOSPC' });
      expect(receipts).toHaveLength(1);
    }
  });

  it('that is on lets the deed happen, and the receipt says that it is not recorded', async () => {
    const { engine } = stage(chat(), { log: brokenAt(0) });
    const receipt = await engine.run(EXIT);
    expect(receipt).toMatchObject({ verdict: 'gone', audit: { fault: { code: 'ENOSPC' } } });
  });

  it('after the deed alone is said as well', async () => {
    const { engine } = stage(chat(), { policy: { audit: 'required' }, log: brokenAt(1) });
    const receipt = await engine.run(EXIT);
    expect(receipt).toMatchObject({
      verdict: 'gone',
      audit: { intent: 0, fault: { code: 'ENOSPC' } },
    });
  });

  it('is on the disk before anything is touched where it is required, and only there', async () => {
    for (const audit of ['on', 'required'] as const) {
      const synced: unknown[] = [];
      const log: AuditLog = {
        append: async (_event, how) => {
          synced.push(how?.isSynced);
          return { sequence: synced.length - 1, fingerprint: '' };
        },
      };
      await stage(chat(), { policy: { audit }, log }).engine.run(EXIT);
      expect(synced).toEqual(Array(2).fill(audit === 'required'));
    }
  });
});

describe('a fault of our own', () => {
  /** A machine whose n-th answer is a throw. */
  const throwingAt = (at: number) => {
    let calls = 0;
    const wrap = <T extends object>(of: T): T =>
      new Proxy(of, {
        get: (target, name, receiver) => {
          const value: unknown = Reflect.get(target, name, receiver);
          if (['clock', 'host', 'device', 'places', 'user'].includes(String(name))) return value;
          if (typeof value === 'function')
            return (...all: readonly unknown[]): unknown => {
              if (++calls === at) throw new Error('a fault');
              return Reflect.apply(value as () => unknown, target, all);
            };
          return typeof value === 'object' && value !== null ? wrap(value) : value;
        },
      });
    return wrap;
  };

  it('leaves one intent and one outcome of one request, wherever it comes and whatever is asked for', async () => {
    const kinds: readonly RequestKind[] = ['exit', 'force', 'purge', 'hide', 'wipe', 'reset'];
    let thrown = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.integer({ min: 1, max: 25 }),
        fc.constantFrom('on' as const, 'required' as const),
        fc.constantFrom('polite' as const, 'deaf' as const),
        fc.constantFrom('chat', 'work'),
        async (kind, at, audit, temper, client) => {
          const machine = throwingAt(at);
          const { engine, events } = stage(chat({ temper }), { policy: { audit }, machine });
          await engine.run({ kind, client, consent: 'ask' }, YES).catch(() => thrown++);
          expect(saidIn(events).map(({ phase }) => phase)).toEqual(['intent', 'outcome']);
          expect(new Set(events.map(({ metadata }) => metadata.correlation_uid)).size).toBe(1);
        },
      ),
      { numRuns: 150 },
    );
    expect(thrown).toBeGreaterThan(5);
  });

  it('in the policy is told of a restore as of a restore, and of what only looks it is not', async () => {
    const { options, events } = stage(chat());
    const { store } = options;
    const faults = [{ file: '/etc/policy.json', field: 'hold', expected: 'a boolean' }];
    const policy = async () => ({ ...(await store.policy()), faults });
    const { running, looking } = contextsOf({ ...options, store: { ...store, policy } });
    const request = { kind: 'purge', client: 'chat' } as const;
    await expect(looking('purge', request)).rejects.toThrow('hold');
    expect(events).toEqual([]);
    await expect(running({}, 'restore', request)).rejects.toThrow('hold');
    expect(saidIn(events)).toMatchObject([
      { phase: 'intent', request: 'restore' },
      { phase: 'outcome', request: 'restore', result: 'refused' },
    ]);
  });

  it('in the policy leaves both too, where the file does not rule out a log', async () => {
    const { options, events } = stage(chat());
    const { store } = options;
    const faults = [{ file: '/etc/policy.json', field: 'hold', expected: 'a boolean' }];
    const policy = async () => ({ ...(await store.policy()), faults });
    const engine = openEngine({ ...options, store: { ...store, policy } });
    await expect(engine.run({ kind: 'purge', client: 'chat' })).rejects.toThrow('hold');
    expect(saidIn(events)).toMatchObject([
      { phase: 'intent' },
      { phase: 'outcome', result: 'refused' },
    ]);
  });
});
