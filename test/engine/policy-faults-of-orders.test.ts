import { describe, expect, it } from 'vitest';
import type { Deed } from '../../shared/core/proof.ts';
import type { Trigger } from '../../shared/core/trigger.ts';
import { throwPolicyFaults } from '../../shared/cli/policy.ts';
import type { Context } from '../../shared/cli/context.ts';

const fault = { file: 'policy.json', field: 'hold', expected: 'true or false' };
const refusing = (refuses: readonly Deed[], client?: string) =>
  ({
    lang: 'en',
    store: { policy: async () => ({ faults: [{ ...fault, refuses, client }] }) },
  }) as unknown as Context;

const isRefused = (context: Context, deed: Deed, clients: readonly string[], trigger?: Trigger) =>
  throwPolicyFaults(context, deed, clients, trigger).then(
    () => false,
    () => true,
  );

describe('a policy file that cannot be understood', () => {
  it('refuses an order of what it might forbid, and no other', async () => {
    const context = refusing(['purge'], 'wechat');
    expect(await isRefused(context, 'purge', ['telegram', 'wechat'], 'order')).toBe(true);
    expect(await isRefused(context, 'purge', ['telegram'], 'order')).toBe(false);
    expect(await isRefused(context, 'force', ['wechat'], 'order')).toBe(false);
  });

  it('refuses no exit by order, which no policy can forbid', async () => {
    expect(await isRefused(refusing(['exit']), 'exit', ['wechat'], 'order')).toBe(false);
    expect(await isRefused(refusing(['exit']), 'exit', ['wechat'])).toBe(true);
  });

  it('refuses to bring back what it might forbid', async () => {
    expect(await isRefused(refusing(['restore']), 'restore', ['wechat'])).toBe(true);
  });
});
