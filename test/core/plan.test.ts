import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../shared/core/known.ts';
import type { Observation, Policy, RefusalCode, Request, Step } from '../../shared/core/model.ts';
import { plan } from '../../shared/core/plan.ts';
import { REQUESTS } from '../../shared/core/requests/index.ts';
import { END_MS } from '../../shared/core/requests/leaving.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { PlanInput } from '../../shared/core/plan-input.ts';
import { jsonPlan } from '../../shared/cli/print/json-plan.ts';
import { planLines } from '../../shared/cli/print/plan.ts';
import type { Screen } from '../../shared/cli/print/screen.ts';
import { CHAT } from '../laws/stage.ts';
import { BLIND, icon_, observations, process_, requests, seen, window_ } from './situations.ts';

const EXIT: Request = { kind: 'exit', client: 'chat' };
const FORCED: Request = { ...EXIT, then: 'force' };
const FORCE: Request = { kind: 'force', client: 'chat' };
const PURGE: Request = { kind: 'purge', client: 'chat' };
const HIDE: Request = { kind: 'hide', client: 'chat' };

const situation = (request: Request, sight: Observation, policy: Partial<Policy> = {}) =>
  ({
    ...{ client: CHAT, platform: 'linux', seen: sight, request, trigger: 'person' },
    policy: { ...DEFAULT_POLICY, ...policy },
  }) satisfies PlanInput;

const policies = fc.record({
  hold: fc.boolean(),
  force: fc.constantFrom('allow' as const, 'never' as const),
});
const situations = fc
  .tuple(requests, observations, policies)
  .map(([request, sight, policy]) => situation(request, sight, policy));

const holds = (law: (steps: readonly Step[], at: PlanInput, codes: readonly string[]) => void) =>
  fc.assert(
    fc.property(situations, (at) => {
      const { steps, refusals } = plan(at);
      law(
        steps,
        at,
        refusals.map(({ code }) => code),
      );
    }),
    { numRuns: 500 },
  );

const rootsIn = ({ seen: { processes } }: PlanInput) =>
  processes.known ? processes.value.filter(({ role }) => role === 'root') : [];

describe('a plan, whatever is asked and seen,', () => {
  it('has no step once anything is refused', () => {
    holds((steps, _, codes) => {
      fc.pre(codes.length > 0);
      expect(steps).toEqual([]);
    });
  });

  it('is refused where the processes cannot be seen', () => {
    holds((_, at, codes) => {
      fc.pre(!at.seen.processes.known);
      expect(codes).toContain('blind');
    });
  });

  it('ends a root only where force was asked for, at once only where it is allowed', () => {
    holds((steps, { request, policy }) => {
      fc.pre(steps.some((step) => step.kind === 'end' && step.role === 'root'));
      expect(request.kind === 'force' || request.then === 'force').toBe(true);
      // Where it is not, the end after a polite exit is refused when its turn comes.
      if (request.kind === 'force') expect(policy.force).toBe('allow');
    });
  });

  it('of an exit asks every root, and each of them before any is ended', () => {
    holds((steps, at, codes) => {
      fc.pre(at.request.kind === 'exit' && codes.length === 0 && rootsIn(at).length > 0);
      const asked = steps.flatMap((step) => (step.kind === 'ask' ? [step.root.pid] : []));
      expect(asked).toEqual(expect.arrayContaining(rootsIn(at).map(({ pid }) => pid)));
      const firstEnd = steps.findIndex((step) => step.kind === 'end');
      expect(steps.slice(firstEnd).filter((step) => step.kind === 'ask')).toEqual([]);
    });
  });

  it('removes only for a purge, of nobody who runs, under no hold, and never a message', () => {
    holds((steps, at) => {
      const removes = steps.flatMap((step) => (step.kind === 'remove' ? [step.wanted.tiers] : []));
      fc.pre(removes.length > 0);
      expect(at.request.kind).toBe('purge');
      expect(at.seen.processes).toEqual(known([]));
      expect(at.policy.hold).toBe(false);
      expect(removes.flat()).not.toContain('messages');
    });
  });

  it('demands a confirmation exactly where it ends by force what may be ended so', () => {
    holds((steps, at) => {
      const ends = steps.some(
        (step) => step.kind === 'end' && (step.role === 'root' || at.request.kind === 'force'),
      );
      const isAsked = ends && at.policy.force === 'allow';
      expect(plan(at).demands ?? []).toEqual(isAsked ? [{ kind: 'confirm-force' }] : []);
    });
  });

  it('touches no root that the person did not see, and says which it spares', () => {
    holds((_, at) => {
      const roots = rootsIn(at);
      fc.pre(at.request.kind !== 'purge' && at.request.kind !== 'hide' && roots.length > 0);
      const [first, ...rest] = roots;
      if (!first) return;
      const only = plan({ ...at, request: { ...at.request, only: [first] } });
      const touched = only.steps.flatMap((step) =>
        step.kind === 'ask' ? [step.root] : 'roots' in step ? step.roots : [],
      );
      expect(touched.filter(({ pid }) => pid !== first.pid)).toEqual([]);
      if (only.refusals.length === 0)
        expect(only.spared ?? []).toEqual(
          rest.filter(({ pid, onlyNamed }) => pid !== first.pid && !onlyNamed),
        );
    });
  });

  it('names no process of another user', () => {
    holds((steps, at) => {
      fc.pre(at.seen.others.length > 0 && steps.length > 0);
      expect(JSON.stringify(steps)).not.toContain('"owner":"1001"');
    });
  });

  it('is the same for the same, and changes nothing of it', () => {
    holds((steps, at) => {
      fc.pre(steps.length > 0);
      const copy = structuredClone(at);
      expect(plan(copy).steps).toEqual(steps);
      expect(copy).toEqual(at);
    });
  });
});

describe('the steps of', () => {
  const [root, helper] = [process_(1), process_(2, { role: 'helper', parent: 1 })];
  const both = seen({ processes: known([root, helper]) });
  const bySignal = { by: 'signal', process: root } as const;
  const { timeoutMs, graceMs, settleMs, purgeSettleMs } = DEFAULT_POLICY;
  const ask: Step = { kind: 'ask', root, ways: [bySignal] };
  const wait = (ms: number): Step => ({ kind: 'wait', roots: [root], ms });
  const settle = (when: 'always' | 'evidence'): Step => ({
    ...{ kind: 'settle', ms: settleMs, if: when, roots: [root] },
  });
  const helpers = (ms: number): Step => ({ kind: 'end', role: 'helper', graceMs: ms });

  it.each<[what: string, request: Request, sight: Observation, steps: readonly Step[]]>([
    ['a safe exit', EXIT, both, [ask, wait(timeoutMs), helpers(graceMs), settle('evidence')]],
    [
      'a safe exit of one that is kept alive',
      EXIT,
      seen({ processes: known([{ ...root, supervisedBy: 'a watchdog' }]) }),
      [
        expect.objectContaining({ kind: 'ask' }),
        expect.objectContaining({ kind: 'wait' }),
        helpers(graceMs),
        { ...settle('evidence'), roots: [{ ...root, supervisedBy: 'a watchdog' }] },
      ],
    ],
    ['an exit whose root has left', EXIT, seen({ processes: known([helper]) }), [helpers(graceMs)]],
    [
      'an exit that goes on by force',
      FORCED,
      both,
      [
        ...[ask, wait(timeoutMs), ask, wait(graceMs)],
        { kind: 'end', role: 'root', roots: [root] },
        ...[wait(END_MS), helpers(graceMs), settle('always')],
      ],
    ],
    [
      'a force exit',
      FORCE,
      both,
      [
        { kind: 'end', role: 'root', roots: [root] },
        ...[wait(END_MS), helpers(0), settle('always')],
      ],
    ],
    ['an exit of one that is gone', EXIT, seen({ trayIcons: known([icon_(9)]) }), []],
    [
      'a purge',
      PURGE,
      seen(),
      [
        { kind: 'settle', ms: purgeSettleMs, if: 'always', roots: [] },
        { kind: 'remove', wanted: { tiers: ['cache'] } },
      ],
    ],
    [
      'hiding',
      HIDE,
      seen({ windows: known([window_(1), window_(2, false)]) }),
      [{ kind: 'close', window: window_(1) }],
    ],
  ])('%s', (_, request, sight, steps) => {
    expect(plan(situation(request, sight))).toMatchObject({ request, steps, refusals: [] });
  });

  it.each<[what: string, request: Request, only: string, words: string]>([
    ['a force exit says that it asks nobody', FORCE, 'at-once', 'end main process'],
    [
      'force after an exit says that it asks',
      FORCED,
      'if-still-there',
      'end main process, if still running',
    ],
  ])('%s, in JSON and in words', (_, request, only, words) => {
    const made = plan(situation(request, both));
    const screen = { paint: { bold: String } } as unknown as Screen;
    expect(jsonPlan(made)).toMatchObject({
      steps: expect.arrayContaining([{ kind: 'end', role: 'root', only, roots: [root] }]) as Step[],
    });
    expect(planLines(made, 'Chat', screen, 'en')).toContain(`  ${words}`);
  });
});

describe('a rule refuses', () => {
  const runs = seen({ processes: known([process_(1)]) });
  const files: Request = { ...PURGE, tiers: ['your-files'] };
  const exitOnly = {
    client: {
      ...CHAT,
      editions: CHAT.editions.map((one) => ({ ...one, exitOnly: true as const })),
    },
  };

  const DOUBTED = seen({
    doubts: [{ pid: 9, name: 'chat', place: '/x/chat', level: 'likely', because: ['own-name'] }],
  });
  const REFUSED: readonly (readonly [RefusalCode, what: string, at: PlanInput])[] = [
    ['blind', 'anything where nobody sees the processes', situation(EXIT, BLIND)],
    [
      'blind',
      'hiding windows that cannot be seen',
      situation(HIDE, seen({ windows: unknown('denied') })),
    ],
    [
      'force-not-allowed',
      'force where the policy forbids it',
      situation(FORCE, runs, { force: 'never' }),
    ],
    ['protected', 'to remove messages', situation({ ...PURGE, tiers: ['messages'] }, seen())],
    ['hold', 'every purge under a hold', situation(PURGE, seen(), { hold: true })],
    ['not-removable', 'to remove what nobody knows', { ...situation(PURGE, seen()), ...exitOnly }],
    ['needs-consent', 'a person’s own files without a yes', situation(files, seen())],
    [
      'trash-only',
      'a person’s own files for good',
      situation({ ...files, consent: 'ask', permanently: true }, seen()),
    ],
    ['client-running', 'to purge one that runs', situation(PURGE, runs)],
    ['blind', 'to purge beside a program that may be the client', situation(PURGE, DOUBTED)],
  ];

  it.each(REFUSED)('with %s %s', (code, _, at) => {
    expect(plan(at).refusals.map((one) => one.code)).toEqual([code]);
  });

  it('and no rule is without such a case', () => {
    const rules = Object.values(REQUESTS).flatMap(({ denies }) => denies);
    const idle = rules.filter((rule) => !REFUSED.some(([, , at]) => rule(at).length > 0));
    expect(idle).toEqual([]);
  });

  it('nothing of what is allowed', () => {
    for (const request of [EXIT, FORCED, FORCE, HIDE])
      expect(plan(situation(request, runs, { hold: true })).refusals).toEqual([]);
    expect(plan(situation({ ...files, consent: 'ask' }, seen())).refusals).toEqual([]);
  });
});
