import { describe, expect, it } from 'vitest';
import { known, unknown, type Known } from '../../shared/core/known.ts';
import type { Policy, Request } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import { newCarry } from '../../shared/engine/carry.ts';
import type { RunContext } from '../../shared/engine/context.ts';
import { runRequest } from '../../shared/engine/run.ts';
import type { Picture } from '../../shared/machine/port/evidence.ts';
import { enter } from '../../shared/machine/simulated/behaviours.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { CHAT } from '../laws/stage.ts';
import { ASKED } from './in-a-room.ts';
import { memoryIcons, memoryLock } from './memory-store.ts';
import { EXE, HELPER } from './scenes.ts';

const PICTURE: Picture = { file: '/s/evidence/x.png', sha256: 'f'.repeat(64) };

function room(policy: Partial<Policy>, answer: () => Promise<Known<Picture>>) {
  const world = new World();
  enter(world, { temper: 'polite', pid: 1_000, helpers: 0, rootExe: EXE, helperExe: HELPER });
  const texts: string[] = [];
  const picture = (text: string): Promise<Known<Picture>> => (texts.push(text), answer());
  const context: RunContext = {
    ...{ clients: [CHAT], surface: 'test', ...ASKED, ui: {}, record: () => undefined },
    machine: { ...simulatedMachine(world), evidence: { picture } },
    ...{ policy: { ...DEFAULT_POLICY, ...policy }, lock: memoryLock() },
    carry: newCarry(memoryIcons()),
  };
  const ask = (kind: Request['kind']) => runRequest(context, { kind, client: 'chat' });
  return { ask, texts };
}

const ON: Partial<Policy> = { evidence: 'picture' };

describe('evidence', () => {
  it('is a picture with the digest of the plan in it, and its hash in the receipt', async () => {
    const { ask, texts } = room(ON, async () => known(PICTURE));
    const receipt = receiptSchema.parse(await ask('exit'));
    expect(receipt).toMatchObject({ result: 'done', evidence: PICTURE });
    expect(receipt.evidence?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(receipt.evidence?.digest);
  });

  it('is taken of nothing where the policy does not want it, nor of what is no exit', async () => {
    const usual = room({}, async () => known(PICTURE));
    expect((await usual.ask('exit')).evidence).toBeUndefined();
    const on = room(ON, async () => known(PICTURE));
    expect((await on.ask('hide')).evidence).toBeUndefined();
    expect([...usual.texts, ...on.texts]).toEqual([]);
  });

  it.each<[string, () => Promise<Known<Picture>>]>([
    ['answers', async () => unknown('unsupported', 'no screen')],
    ['throws', () => Promise.reject(new Error('no screen'))],
  ])('turns no verdict around where it fails (%s)', async (_, answer) => {
    const receipt = receiptSchema.parse(await room(ON, answer).ask('exit'));
    expect(receipt).toMatchObject({ result: 'done', verdict: 'gone' });
    expect(receipt.evidence).toMatchObject({ detail: 'no screen' });
  });
});
