import { describe, expect, it } from 'vitest';
import { explainWhy } from '../../shared/words/explain-why.ts';
import { words } from '../../shared/words/words.ts';
import { progressInWords } from '../../shared/words/progress-in-words.ts';
import type { ClientProcess, Delivery, Progress, QuitMethod } from '../../shared/core/model.ts';
import { known } from '../../shared/core/known.ts';
import { ask } from '../../shared/engine/steps/ask.ts';
import { END_MS } from '../../shared/core/requests/leaving.ts';
import type { Why } from '../../shared/core/known.ts';
import type { Job } from '../../shared/engine/job.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { process_ } from '../core/situations.ts';
import { add, after, chat, EXE, EXIT } from './scenes.ts';

const root = {
  ...{ pid: 7, startTime: '1', owner: 'me', parent: 1, name: 'chat', role: 'root' },
  exe: known('/opt/chat/chat'),
  args: known([]),
} satisfies ClientProcess;
const icon = { address: ':1.7/StatusNotifierItem', id: 'chat', title: '', holder: known(7) };
const ways: readonly QuitMethod[] = [
  { by: 'tray-menu', icon, labels: ['Quit'] },
  { by: 'signal', process: root },
];

/** What the ways answer, in order, and all that happened, in order. */
async function asked(...answers: readonly Delivery[]) {
  const happened: (Progress | QuitMethod['by'])[] = [];
  const left = [...answers];
  const machine = {
    clock: { now: () => 0 },
    quit: {
      ask: (way: QuitMethod) => {
        happened.push(way.by);
        return Promise.resolve(left.shift() ?? { state: 'delivered' });
      },
    },
  };
  const onProgress = (progress: Progress): void => void happened.push(progress);
  const job = { context: { machine, ui: { onProgress } } } as unknown as Job;
  const { outcomes, unasked } = await ask(job, { kind: 'ask', root, ways });
  return {
    happened,
    unasked,
    steps: outcomes.map(({ outcome, method, reason: why }) => [outcome, method, why]),
  };
}

describe('a menu that is there and not understood', () => {
  const why = { code: 'not-understood', detail: 'Öffnen, Verlassen' } as const;
  const said = { code: 'menu-not-understood', detail: 'Öffnen, Verlassen' } as const;

  it('is said before any signal, and stays in the receipt beside it', async () => {
    const { happened, steps } = await asked(
      { state: 'failed', reason: why },
      { state: 'delivered' },
    );
    const otherwise = { doing: 'asking-otherwise', subject: 'chat (7)', reason: said };
    expect(happened.slice(1)).toEqual(['tray-menu', otherwise, 'signal']);
    expect(steps).toEqual([
      ['failed', undefined, said],
      ['done', 'signal', undefined],
    ]);
  });

  it('is said also where no other way works', async () => {
    const denied = { state: 'failed', reason: { code: 'denied' } } as const;
    const { steps } = await asked({ state: 'failed', reason: why }, denied);
    expect(steps).toEqual([
      ['failed', undefined, said],
      ['failed', 'signal', { code: 'denied' }],
    ]);
  });

  it('is said in both languages, with what stands in it', () => {
    const progress = { doing: 'asking-otherwise', subject: 'chat (7)', reason: said } as const;
    for (const lang of ['en', 'zh'] as const) {
      expect(explainWhy(said, words(lang))).toContain('Öffnen, Verlassen');
      expect(explainWhy({ code: 'menu-not-understood' }, words(lang))).not.toContain('menu-not');
      expect(progressInWords(progress, words(lang), 0)).toContain('Verlassen');
    }
  });
});

describe('a menu that could not be reached', () => {
  it('is no step of its own where another way works', async () => {
    const why = { code: 'timeout', detail: 'late' } as const;
    const { steps } = await asked({ state: 'failed', reason: why }, { state: 'delivered' });
    expect(steps).toEqual([['done', 'signal', undefined]]);
  });
});

describe('a program that nothing reaches', () => {
  const no = (code: Why['code']) => ({ state: 'failed', reason: { code } }) as const;

  it.each([
    ['where there is no way and the system lets none through', ['unsupported', 'denied'], true],
    ['where one way may have reached it', ['failed', 'unsupported'], undefined],
    ['where it did not answer', ['unsupported', 'timeout'], undefined],
    ['where its menu was open and not understood', ['not-understood', 'unsupported'], undefined],
  ] as const)('%s', async (_, codes, unasked) => {
    expect(await asked(...codes.map(no))).toMatchObject(unasked ? { unasked } : {});
    expect((await asked(...codes.map(no))).unasked).toBe(unasked);
  });

  it.each([
    ['is not waited for, and the answer is true', {}, 'still-running', 0],
    ['is ended at once where that was wanted', { then: 'force' }, 'gone', 1],
  ] as const)('%s', async (_, more, verdict, ended) => {
    const world = chat();
    const waited: number[] = [];
    const machine = simulatedMachine(world);
    const deaf: Machine = {
      ...machine,
      quit: { ...machine.quit, ask: async () => no('unsupported') },
      processes: {
        ...machine.processes,
        untilGone: (all, ms) => (waited.push(ms), machine.processes.untilGone(all, ms)),
      },
    };
    const receipt = await after(deaf, { ...EXIT, ...more }, { timeoutMs: 10_000, force: 'allow' });
    expect(receipt.verdict).toBe(verdict);
    expect(receipt.steps.find(({ kind }) => kind === 'wait')).toMatchObject({
      ...{ outcome: 'skipped', why: 'nobody-asked' },
    });
    expect(waited.filter((ms) => ms > END_MS)).toEqual([]);
    expect(world.deeds.filter(({ deed }) => deed === 'ended')).toHaveLength(ended);
    expect(explainWhy({ code: 'nobody-asked' }, words('zh'))).not.toContain('nobody');
  });

  it('is waited for where another root of it was asked', async () => {
    const world = chat();
    add(world, process_(1_001, { exe: known(EXE) }), { whenAsked: 1 });
    const machine = simulatedMachine(world);
    const receipt = await after({
      ...machine,
      quit: {
        ...machine.quit,
        ask: async (way) =>
          way.by === 'signal' && way.process.pid === 1_000
            ? no('unsupported')
            : machine.quit.ask(way),
      },
    });
    expect(receipt.steps.find(({ kind }) => kind === 'wait')?.outcome).toBe('failed');
  });
});
