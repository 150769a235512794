import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeckWorld } from './world.ts';

interface Listed {
  readonly UUID: string;
  readonly Controllers: readonly string[];
  readonly SupportedInMultiActions?: boolean;
  readonly Encoder?: { readonly TriggerDescription: Readonly<Record<string, string>> };
}
const manifest = JSON.parse(
  readFileSync('streamdeck/org.clean-exit.keys.sdPlugin/manifest.json', 'utf8'),
) as { readonly Actions: readonly Listed[] };
const kindOf = ({ UUID }: Listed): string => UUID.split('.').at(-1) ?? '';
const keys = manifest.Actions.filter(({ Controllers }) => Controllers.includes('Keypad'));
const inMulti = keys.filter((one) => one.SupportedInMultiActions ?? true);

/** A key in front of a client that runs, or that has gone and left its cache. */
async function deskWith(kind: string, settings: object = {}, more: object = {}) {
  const desk = new DeckWorld(kind === 'purge-cache' ? {} : { temper: 'polite' });
  desk.appear('key', kind, { client: 'chat', ...settings }, more);
  await desk.pass(500);
  return desk;
}

/** Everything by which a person can tell that something was done. */
const traces = (desk: DeckWorld): string =>
  JSON.stringify([desk.receipts.length, desk.saved.length, desk.label('key')]);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('no command of the manifest does nothing:', () => {
  it.each(keys.map(kindOf))('%s acts or shows something when it is held', async (kind) => {
    const desk = await deskWith(kind);
    const before = traces(desk);
    desk.deck.down('key');
    await desk.pass(2_000);
    desk.deck.up('key');
    await desk.pass(3_000);
    expect(traces(desk)).not.toBe(before);
  });

  it.each(inMulti.map(kindOf))(
    '%s acts in a multi action, where nobody can hold it',
    async (kind) => {
      const desk = await deskWith(kind, { confirm: false }, { isInMultiAction: true });
      desk.press('key');
      await desk.pass(3_000);
      expect(desk.receipts.length).toBeGreaterThan(0);
      expect(desk.alerts).toEqual([]);
    },
  );

  const WAYS: Readonly<Record<string, (desk: DeckWorld) => void>> = {
    Rotate: ({ deck }) => deck.turn('key', 1),
    Push: (desk) => desk.press('key'),
    Touch: ({ deck }) => deck.touch('key', false),
    LongTouch: ({ deck }) => deck.touch('key', true),
  };
  const described = manifest.Actions.flatMap((one) =>
    Object.keys(one.Encoder?.TriggerDescription ?? {}).map((way) => [kindOf(one), way] as const),
  );

  it('describes every way of a dial', () => {
    expect(described.map(([, way]) => way).sort()).toEqual(Object.keys(WAYS).sort());
  });

  it.each(described)('%s answers to %s', async (kind, way) => {
    const desk = await deskWith(kind);
    const before = [traces(desk), desk.looks].join();
    WAYS[way]?.(desk);
    await desk.pass(1_000);
    expect([traces(desk), desk.looks].join()).not.toBe(before);
  });
});
