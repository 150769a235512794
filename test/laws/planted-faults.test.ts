import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Identify from '../../shared/core/identify.ts';
import type { Process, Step } from '../../shared/core/model.ts';
import type * as Planning from '../../shared/core/plan.ts';
import { known } from '../../shared/core/known.ts';
import { expectBroken } from './hold.ts';
import { LAWS, type Law, type Subject } from './laws.ts';

/** Faults as they were seen in other programs, planted in memory: each must turn its law red. */
interface Fault {
  readonly fault: string;
  readonly law: keyof typeof LAWS;
  readonly plant: () => void;
}

const core = '../../shared/core';
const nothing = (name: string): Record<string, unknown> => ({ [name]: () => [] });

const FAULTS: readonly Fault[] = [
  {
    fault: 'the verdict is made from the exit code alone',
    law: 'never says gone while one of ours runs',
    plant: () => vi.doMock(`${core}/judge.ts`, () => ({ judge: () => 'gone' })),
  },
  {
    fault: 'a broken process list reads as an empty one',
    law: 'never says gone while it cannot see',
    plant: () =>
      vi.doMock(`${core}/identify.ts`, async (original) => {
        const real = await original<typeof Identify>();
        return {
          recognizer: (...args: Parameters<typeof real.recognizer>) => {
            const recognize = real.recognizer(...args);
            return (sighting: Parameters<typeof recognize>[0]) =>
              recognize({
                me: sighting.me,
                processes: known(sighting.processes.known ? sighting.processes.value : []),
                trayIcons: known(sighting.trayIcons.known ? sighting.trayIcons.value : []),
                windows: known(sighting.windows.known ? sighting.windows.value : []),
              });
          },
        };
      }),
  },
  {
    fault: 'the owner of a process is not looked at',
    law: 'never touches a process that is not this client of this user',
    plant: () => identifyWith((process) => ({ ...process, owner: '1000' })),
  },
  {
    fault: 'a process is known by its bare name',
    law: 'never touches a process that is not this client of this user',
    plant: () =>
      identifyWith((process) => ({ ...process, exe: known(`/opt/chat/${process.name}`) })),
  },
  {
    fault: 'the parents of a process are not looked at',
    law: 'never touches a process that is not this client of this user',
    plant: () => identifyWith((process) => ({ ...process, parent: 1 })),
  },
  {
    fault: 'a preview carries out',
    law: 'changes nothing in a preview',
    plant: () => undefined,
  },
  {
    fault: 'a client that has gone is asked again',
    law: 'does nothing the second time',
    plant: () => planWith((steps, first) => (steps.length > 0 ? steps : first)),
  },
  {
    fault: 'a safe exit ends by force after its patience',
    law: 'never ends a root in a safe exit',
    plant: () =>
      planWith((steps) => {
        const roots = steps.flatMap((step) => (step.kind === 'ask' ? [step.root] : []));
        return [...steps, { kind: 'end', role: 'root', roots }];
      }),
  },
  {
    fault: 'helpers are ended whether or not their root lives',
    law: 'never ends a helper while its root lives',
    plant: () =>
      identifyWith((process) =>
        process.pid % 1_000 === 0 ? { ...process, exe: known('/x') } : process,
      ),
  },
  {
    fault: 'a part of a program whose root has gone is taken for a root',
    law: 'never says still running once every root has left',
    plant: () =>
      identifyWith((process) => ({
        ...process,
        args: known(process.args.known ? process.args.value.slice(0, 1) : []),
      })),
  },
  {
    fault: 'whether the client is gone is checked once, before the waiting',
    law: 'removes nothing while one of ours runs',
    plant: () =>
      vi.doMock('../../shared/engine/look.ts', async (original) => ({
        ...(await original<object>()),
        lookAtProcesses: async () => ({ processes: known([]), others: [], doubts: [] }),
      })),
  },
  {
    fault: 'nobody minds the hold',
    law: 'removes nothing under a hold, and never a message',
    plant: () =>
      vi.doMock(`${core}/rules/remove-nothing-under-hold.ts`, () =>
        nothing('removeNothingUnderHold'),
      ),
  },
  {
    fault: 'messages are a tier like any other',
    law: 'removes nothing under a hold, and never a message',
    plant: () =>
      vi.doMock(`${core}/rules/never-remove-messages.ts`, () => nothing('neverRemoveMessages')),
  },
  {
    fault: 'nobody minds the policy',
    law: 'never forces where the policy forbids it',
    plant: () =>
      vi.doMock(`${core}/rules/force-only-where-allowed.ts`, () =>
        nothing('forceOnlyWhereAllowed'),
      ),
  },
  {
    fault: 'a plan depends on chance',
    law: 'plans the same for the same sight',
    plant: () => {
      let turn = 0;
      planWith((steps) => (turn++ % 2 === 0 ? steps : [...steps].reverse()));
    },
  },
];

function identifyWith(change: (process: Process) => Process): void {
  vi.doMock(`${core}/identify.ts`, async (original) => {
    const real = await original<typeof Identify>();
    return {
      recognizer: (...args: Parameters<typeof real.recognizer>) => {
        const recognize = real.recognizer(...args);
        return (sighting: Parameters<typeof recognize>[0]) =>
          recognize({
            ...sighting,
            processes: sighting.processes.known
              ? known(sighting.processes.value.map(change))
              : sighting.processes,
          });
      },
    };
  });
}

function planWith(
  change: (steps: readonly Step[], first: readonly Step[]) => readonly Step[],
): void {
  let first: readonly Step[] = [];
  vi.doMock(`${core}/plan.ts`, async (original) => {
    const real = await original<typeof Planning>();
    return {
      ...real,
      plan: (...args: Parameters<typeof real.plan>) => {
        const planned = real.plan(...args);
        if (planned.steps.length > 0) first = planned.steps;
        return { ...planned, steps: change(planned.steps, first) };
      },
    };
  });
}

async function load(fault: string): Promise<Subject> {
  const exit = await import('../engine/in-a-room.ts');
  const planning = await import('../../shared/core/plan.ts');
  if (fault !== 'a preview carries out') return { exit, planning };
  const preview: typeof exit.preview = async (room, request, policy) => {
    await exit.runRequest(room, request, policy);
    return exit.preview(room, request, policy);
  };
  return { exit: { ...exit, preview }, planning };
}

describe('a planted fault turns its law red:', () => {
  afterEach(() => {
    vi.doUnmock(`${core}/identify.ts`);
    vi.resetModules();
  });
  for (const { fault, law, plant } of FAULTS)
    it(`${fault} (${law})`, async () => {
      vi.resetModules();
      plant();
      const subject = await load(fault);
      await expectBroken(LAWS[law], subject, 500);
      for (const file of [
        'judge',
        'identify',
        'plan',
        'rules/remove-nothing-under-hold',
        'rules/never-remove-messages',
        'rules/force-only-where-allowed',
      ])
        vi.doUnmock(`${core}/${file}.ts`);
      vi.doUnmock('../../shared/engine/look.ts');
    });

  it('but not where the law merely falls over, or nothing is found', async () => {
    const subject = await load('');
    const falls: Law = async () => void (undefined as unknown as Subject).exit.runRequest;
    await expect(expectBroken(falls, subject, 1)).rejects.toThrow('fell over');
    await expect(expectBroken(async () => {}, subject, 1)).rejects.toThrow('not found');
  });

  it('and every law has at least one', () => {
    const covered = new Set<string>(FAULTS.map((fault) => fault.law));
    expect(Object.keys(LAWS).filter((law) => !covered.has(law))).toEqual([]);
  });
});
