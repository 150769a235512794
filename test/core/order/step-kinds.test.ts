import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import type { Request } from '../../../shared/core/model.ts';
import { possibleKinds } from '../../../shared/core/order/step-kinds.ts';

const [client] = clients;
if (!client) throw new Error('no client');

const kinds = (request: Omit<Request, 'client'>, policy = DEFAULT_POLICY): readonly string[] =>
  possibleKinds({ ...request, client: client.id }, client, 'linux', policy);

describe('what an order may do', () => {
  it.each<[what: string, request: Omit<Request, 'client'>, steps: readonly string[]]>([
    ['a safe exit', { kind: 'exit' }, ['ask', 'end-helper', 'settle', 'wait']],
    [
      'one that may end in force',
      { kind: 'exit', then: 'force' },
      [...['ask', 'end-helper', 'end-root', 'settle', 'wait']],
    ],
    ['a force exit', { kind: 'force' }, ['end-helper', 'end-root', 'settle', 'wait']],
    ['a purge', { kind: 'purge', tiers: ['cache'] }, ['remove', 'settle']],
    ['hiding', { kind: 'hide' }, ['close']],
    ['a wipe', { kind: 'wipe' }, ['ask', 'end-helper', 'remove', 'settle', 'wait']],
    ['a reset', { kind: 'reset' }, ['set-aside', 'settle']],
  ])('of %s is all that its rules plan, running or not', (_what, request, steps) => {
    expect(kinds(request)).toEqual(steps);
  });

  it('is more where the policy wants files removed after an exit', () => {
    expect(kinds({ kind: 'exit' }, { ...DEFAULT_POLICY, wipe: ['cache'] })).toContain('remove');
  });

  it('is the same whatever processes it names', () => {
    const only = [{ pid: 7, startTime: '7', owner: '7' }];
    expect(kinds({ kind: 'exit', only })).toEqual(kinds({ kind: 'exit' }));
  });
});
