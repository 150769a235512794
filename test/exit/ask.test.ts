import { describe, expect, it } from 'vitest';
import { explainWhy } from '../../shared/core/explain.ts';
import type { ClientProcess, Delivery, Progress, Way } from '../../shared/core/model.ts';
import { known } from '../../shared/core/known.ts';
import { progressInWords } from '../../shared/core/progress.ts';
import { ask } from '../../shared/exit/ask.ts';
import type { Job } from '../../shared/exit/perform.ts';

const root = {
  ...{ pid: 7, startTime: '1', owner: 'me', parent: 1, name: 'chat', role: 'root' },
  exe: known('/opt/chat/chat'),
  args: known([]),
} satisfies ClientProcess;
const icon = { address: ':1.7/StatusNotifierItem', id: 'chat', title: '', holder: known(7) };
const ways: readonly Way[] = [
  { by: 'tray-menu', icon, labels: ['Quit'] },
  { by: 'signal', process: root },
];

/** What the ways answer, in order, and all that happened, in order. */
async function asked(...answers: readonly Delivery[]) {
  const happened: (Progress | Way['by'])[] = [];
  const left = [...answers];
  const machine = {
    now: () => 0,
    askToQuit: (way: Way) => {
      happened.push(way.by);
      return Promise.resolve(left.shift() ?? { delivered: true });
    },
  };
  const onProgress = (progress: Progress): void => void happened.push(progress);
  const job = { room: { machine, onProgress } } as unknown as Job;
  const { outcomes } = await ask(job, { kind: 'ask', root, ways });
  return { happened, steps: outcomes.map(({ outcome, why }) => [outcome, why]) };
}

describe('a menu that is there and not understood', () => {
  const why = { code: 'not-understood', detail: 'Öffnen, Verlassen' } as const;
  const said = 'menu-not-understood: Öffnen, Verlassen';

  it('is said before any signal, and stays in the receipt beside it', async () => {
    const { happened, steps } = await asked({ delivered: false, why }, { delivered: true });
    const otherwise = { doing: 'asking-otherwise', subject: 'chat (7)', why: said };
    expect(happened.slice(1)).toEqual(['tray-menu', otherwise, 'signal']);
    expect(steps).toEqual([
      ['failed', said],
      ['done', 'signal'],
    ]);
  });

  it('is said also where no other way works', async () => {
    const denied = { delivered: false, why: { code: 'denied' } } as const;
    const { steps } = await asked({ delivered: false, why }, denied);
    expect(steps).toEqual([
      ['failed', said],
      ['failed', 'signal denied'],
    ]);
  });

  it('is said in both languages, with what stands in it', () => {
    const progress = { doing: 'asking-otherwise', subject: 'chat (7)', why: said } as const;
    for (const lang of ['en', 'zh'] as const) {
      expect(explainWhy(said, lang)).toContain('Öffnen, Verlassen');
      expect(explainWhy('menu-not-understood', lang)).not.toContain('menu-not');
      expect(progressInWords(progress, lang, 0)).toContain('Verlassen');
    }
  });
});

describe('a menu that could not be reached', () => {
  it('is no step of its own where another way works', async () => {
    const why = { code: 'timeout', detail: 'late' } as const;
    const { steps } = await asked({ delivered: false, why }, { delivered: true });
    expect(steps).toEqual([['done', 'signal']]);
  });
});
