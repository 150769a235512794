import { describe, expect, it } from 'vitest';
import type { Policy, Request } from '../../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import type { Receipt } from '../../../shared/core/receipt.ts';
import type { RequestUi } from '../../../shared/engine/engine.ts';
import { RequestQueue } from '../../../shared/engine/watch/request-queue.ts';
import { receiptOf } from '../../core/receipts.ts';
import { settle } from './hand.ts';

/** A queue whose requests end when the test says so. */
class Queued {
  readonly begun: { readonly request: Request; readonly ui: RequestUi }[] = [];
  readonly events: string[] = [];
  readonly stop = new AbortController();
  policy: Policy | undefined = DEFAULT_POLICY;
  end: (receipt: Receipt) => void = () => undefined;
  fail: (message: string) => void = () => undefined;
  readonly queue = new RequestQueue({
    engine: {
      run: (request, ui = {}) => {
        this.begun.push({ request, ui });
        return new Promise((resolve, reject) => {
          this.end = resolve;
          this.fail = (message) => reject(new Error(message));
        });
      },
    },
    now: () => 7,
    policy: async () => this.policy,
    cancelled: this.stop.signal,
    onSeen: ({ client }) => void this.events.push(`seen ${client}`),
    onEnd: (client) => void this.events.push(`end ${client}`),
    onChange: () => void this.events.push('change'),
  });

  async ends(receipt: Receipt): Promise<void> {
    this.end(receipt);
    await settle();
  }

  get kinds(): readonly string[] {
    return this.begun.map(({ request: { kind, client } }) => `${kind} ${client}`);
  }
}

const GONE = receiptOf('gone');
const STAYS = receiptOf('still-running');

describe('a queue of requests', () => {
  it('carries out one at a time for a client, and clients beside each other', async () => {
    const one = new Queued();
    void one.queue.begin('chat', [{ kind: 'exit' }]);
    void one.queue.begin('chat', [{ kind: 'exit' }]);
    void one.queue.begin('work', [{ kind: 'hide' }]);
    await settle();
    expect(one.kinds).toEqual(['exit chat', 'hide work']);
    expect(one.queue.inFlight.get('chat')).toMatchObject({ kind: 'exit', began: 7 });
  });

  it('goes on to the next step only where the one before was clean', async () => {
    for (const [receipt, kinds] of [
      [GONE, ['exit chat', 'purge chat']],
      [STAYS, ['exit chat']],
    ] as const) {
      const one = new Queued();
      void one.queue.begin('chat', [{ kind: 'exit' }, { kind: 'purge', tiers: ['cache'] }]);
      await settle();
      expect(one.queue.inFlight.get('chat')?.step).toEqual({ at: 0, of: 2 });
      await one.ends(receipt);
      expect(one.kinds).toEqual(kinds);
    }
  });

  it('lets a force take the place of an exit that waits, and of nothing else', async () => {
    const one = new Queued();
    void one.queue.begin('chat', [{ kind: 'exit' }]);
    await settle();
    void one.queue.begin('chat', [{ kind: 'force' }]);
    expect(one.begun[0]?.ui.signal?.aborted).toBe(true);
    expect(one.kinds).toEqual(['exit chat']);
    await one.ends(STAYS);
    expect(one.kinds).toEqual(['exit chat', 'force chat']);
    void one.queue.begin('chat', [{ kind: 'force' }]);
    await settle();
    expect(one.begun[1]?.ui.signal?.aborted).toBe(false);
    expect(one.kinds).toHaveLength(2);
  });

  it.each([
    ['hold', 'hold'],
    [undefined, 'option'],
  ] as const)('confirms a force as its surface says, and agrees to no list: %s', async (by, is) => {
    const one = new Queued();
    void one.queue.begin('chat', [{ kind: 'force' }], by ? { agreed: by } : {});
    await settle();
    const { ui } = one.begun[0] ?? {};
    type Demand = Parameters<NonNullable<RequestUi['satisfy']>>[0];
    const asked = async (kind: Demand['kind']) => ui?.satisfy?.({ kind } as Demand);
    expect([await asked('confirm-force'), await asked('consent')]).toEqual([is, undefined]);
  });

  it('says what came of each step, and whose part they are', async () => {
    const one = new Queued();
    const ended = one.queue.begin('chat', [{ kind: 'exit' }], { batch: 'all-1' });
    await settle();
    expect(one.begun[0]?.ui.batch).toBe('all-1');
    await one.ends(GONE);
    expect(await ended).toEqual([GONE]);
    const other = one.queue.begin('chat', [{ kind: 'exit' }]);
    await settle();
    one.fail('a fault');
    expect([await other, one.begun[1]?.ui.batch]).toEqual([[], undefined]);
  });

  it('keeps what it came to with what was seen last, and tells that it is over', async () => {
    const one = new Queued();
    void one.queue.begin('chat', [{ kind: 'exit' }]);
    await settle();
    const seen = { client: 'chat' } as Parameters<NonNullable<RequestUi['onSeen']>>[0];
    one.begun[0]?.ui.onSeen?.(seen);
    one.begun[0]?.ui.onProgress?.({ doing: 'looking' } as never);
    expect(one.queue.inFlight.get('chat')?.progress).toEqual({ doing: 'looking' });
    await one.ends(GONE);
    expect(one.queue.results.get('chat')).toEqual({ kind: 'exit', at: 7, receipt: GONE, seen });
    expect(one.queue.inFlight.size).toBe(0);
    expect(one.events).toEqual(['change', 'seen chat', 'change', 'change', 'end chat']);
    await one.queue.settled();
  });

  it.each([
    [
      'does nothing where a policy file is not understood',
      true,
      'a policy file cannot be understood',
    ],
    ['tells why a request could not be carried out', false, 'no disk'],
  ])('%s', async (_, isUnclear, fault) => {
    const one = new Queued();
    if (isUnclear) one.policy = undefined;
    void one.queue.begin('chat', [{ kind: 'exit' }, { kind: 'hide' }]);
    await settle();
    one.fail('no disk');
    await settle();
    expect(one.queue.results.get('chat')).toMatchObject({ fault });
    expect(one.kinds).toEqual(isUnclear ? [] : ['exit chat']);
  });

  it('ends all requests when the program is told to end', async () => {
    const one = new Queued();
    void one.queue.begin('chat', [{ kind: 'exit' }]);
    await settle();
    one.stop.abort();
    expect(one.begun[0]?.ui.signal?.aborted).toBe(true);
  });
});
