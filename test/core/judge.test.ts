import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../shared/core/judge.ts';
import { known, unknown } from '../../shared/core/known.ts';
import type { Observation, Outcome, Refusal, Request, Verdict } from '../../shared/core/model.ts';
import { presence } from '../../shared/core/presence.ts';
import { BLIND, icon_, observations, outcome, process_, refusal } from './situations.ts';
import { requests, seen, window_ } from './situations.ts';

const EXIT: Request = { kind: 'exit', client: 'chat' };
const PURGE: Request = { kind: 'purge', client: 'chat' };

const refusals = fc.array(
  fc.constantFrom(...(['blind', 'hold', 'changed'] as const)).map(refusal),
  { maxLength: 2 },
);
const outcomes = fc.array(
  fc
    .tuple(
      fc.constantFrom(...(['ask', 'end', 'remove'] as const)),
      fc.constantFrom(...(['done', 'already', 'skipped', 'failed'] as const)),
    )
    .map((one) => outcome(...one)),
  { maxLength: 3 },
);

const holds = (
  law: (
    verdict: Verdict,
    seen: Observation,
    how: { request: Request; outcomes: readonly Outcome[]; refusals: readonly Refusal[] },
  ) => void,
): void =>
  fc.assert(
    fc.property(requests, observations, outcomes, refusals, (request, after, did, refused) =>
      law(judge(request, after, did, refused), after, {
        request,
        outcomes: did,
        refusals: refused,
      }),
    ),
    { numRuns: 300 },
  );

describe('a verdict, whatever was asked, done, refused and seen,', () => {
  it('is gone only where everything was seen and nothing was there', () => {
    holds((verdict, { processes, trayIcons, windows }) => {
      fc.pre(verdict === 'gone');
      for (const fact of [processes, trayIcons, windows]) expect(fact).toEqual(known([]));
    });
  });

  it('of a purge is gone only where nothing was refused and every removal is finished', () => {
    holds((verdict, _, { request, outcomes: did, refusals: refused }) => {
      fc.pre(verdict === 'gone' && request.kind === 'purge');
      expect(refused).toEqual([]);
      expect(did.filter((one) => one.kind === 'remove' && /fail|skip/.test(one.outcome))).toEqual(
        [],
      );
    });
  });

  it('is still running exactly where a root was seen', () => {
    holds((verdict, { processes }) => {
      const hasRoot = processes.known && processes.value.some(({ role }) => role === 'root');
      expect(verdict === 'still-running').toBe(hasRoot);
    });
  });

  it('is unknown where the processes were not seen', () => {
    holds((verdict, after) => {
      fc.pre(!after.processes.known);
      expect(verdict).toBe('unknown');
    });
  });

  it('of an exit never disagrees with what a status says of the same sight', () => {
    holds((verdict, after, { request }) => {
      fc.pre(request.kind !== 'purge');
      const said = { running: 'still-running', 'in-tray': 'still-running', residue: 'partly' };
      expect(verdict).toBe({ ...said, gone: 'gone', unknown: 'unknown' }[presence(after)]);
    });
  });
});

describe('a verdict', () => {
  it.each<[what: string, verdict: Verdict, after: Observation]>([
    ['nothing is there', 'gone', seen()],
    ['a helper stayed', 'partly', seen({ processes: known([process_(2, { role: 'helper' })]) })],
    ['an icon stayed that nobody holds', 'partly', seen({ trayIcons: known([icon_(9)]) })],
    ['a window stayed', 'partly', seen({ windows: known([window_(9)]) })],
    ['the tray was not seen', 'unknown', seen({ trayIcons: unknown('timeout') })],
    ['the windows were not seen', 'unknown', seen({ windows: unknown('denied') })],
    ['no process was seen', 'unknown', BLIND],
    [
      'an icon stayed and the windows were not seen',
      'partly',
      seen({ trayIcons: known([icon_(9)]), windows: unknown('denied') }),
    ],
    [
      'a root stayed and the tray was not seen',
      'still-running',
      seen({ processes: known([process_(1)]), trayIcons: unknown('timeout') }),
    ],
    ['only somebody else has one', 'gone', seen({ others: [process_(101, { owner: '1001' })] })],
  ])('where %s is %s', (_, verdict, after) => {
    expect(judge(EXIT, after, [], [])).toBe(verdict);
  });

  it.each<[what: string, verdict: Verdict, did: readonly Outcome[], refused: readonly Refusal[]]>([
    ['removed it all', 'gone', [outcome('remove', 'done')], []],
    ['had nothing to remove', 'gone', [outcome('remove', 'already')], []],
    ['was called off', 'partly', [outcome('remove', 'skipped')], []],
    ['failed', 'partly', [outcome('remove', 'failed')], []],
    ['left something in place', 'partly', [outcome('remove', 'done')], [refusal('changed')]],
    ['could not see', 'unknown', [], [refusal('blind')]],
  ])('of a purge that %s is %s', (_, verdict, did, refused) => {
    expect(judge(PURGE, seen(), did, refused)).toBe(verdict);
  });

  it('of an exit that was refused is still what was seen', () => {
    expect(judge(EXIT, seen(), [], [refusal('busy')])).toBe('gone');
  });
});
