import { describe, expect, it } from 'vitest';
import type { Ending, PracticeState } from '../../../streamdeck/desk/messages.ts';
import { firstModel, type Model, type Press } from '../../../streamdeck/desk/page/model.ts';
import { nextSentence, nextStep } from '../../../streamdeck/desk/page/next-step.ts';
import { receive } from '../../../streamdeck/desk/page/receive.ts';
import { EN } from '../../../streamdeck/desk/page/words.en.ts';
import { deckOf, endingOf, placed } from './samples.ts';

const process = (isThere: boolean) =>
  ({ pid: 7, name: 'practice-chat', role: 'root', isThere }) as const;
const state = (isThere: boolean, icon: PracticeState['icon'] = 'gone'): PracticeState => ({
  temper: 'deaf',
  icon,
  isBusy: false,
  processes: [process(isThere)],
});
const RUNS = state(true, 'shown');
const GONE = state(false);
const pressed = (action: string, isDown = false): Press => ({
  ...{ slot: 'key:0,0', context: 'c', label: '', action, isDown },
});
const deck = deckOf('mk2', {
  placed: [placed('key:0,0', 'a.b.purge-cache', 'Purge Cache', 'purge')],
});

/** The hint of a model with these changes. */
const hint = (practice: PracticeState, more: Partial<Model> = {}): string =>
  nextStep({ ...firstModel('en'), deck, practice, ...more }).hint;

describe('the hint of the virtual deck', () => {
  it('leads through an exit', () => {
    expect(hint({ processes: [], icon: 'unknown', isBusy: false })).toBe('start');
    expect(hint(RUNS)).toBe('running');
    expect(hint(RUNS, { press: pressed('safe-exit', true) })).toBe('waiting');
    expect(hint(GONE, { ended: endingOf('exit', 'gone') })).toBe('left');
    expect(hint(GONE, { ended: endingOf('purge', 'gone') })).toBe('purged');
  });

  it('says what helps a client that stayed, and after any press of a key that wants a hold', () => {
    expect(hint(RUNS, { ended: endingOf('exit', 'still-running') })).toBe('stayed');
    expect(hint(RUNS, { ended: endingOf('exit', 'partly') })).toBe('stayed');
    expect(hint(RUNS, { press: pressed('force-exit') })).toBe('hold');
    expect(hint(RUNS, { press: pressed('force-exit', true) })).toBe('running');
    expect(hint(RUNS, { press: pressed('purge-cache') })).toBe('quitFirst');
    expect(hint(GONE, { press: pressed('purge-cache') })).toBe('hold');
  });

  it('names what is left, what was only hidden, and no key that does not lie there', () => {
    expect(hint(state(false, 'shown'))).toBe('ghost');
    const wasHidden: Ending = { ...endingOf('hide', 'still-running'), result: 'done' };
    expect(hint(RUNS, { ended: wasHidden })).toBe('hidden');
    expect(hint(GONE, { deck: deckOf('pedal') })).toBe('leftAlone');
  });

  it('calls a key by the name that it has on the deck', () => {
    const seen = { ...firstModel('en'), deck, practice: RUNS };
    expect(nextSentence(EN, seen)).toBe('It is running. Press Safe Exit and see whether it quits.');
  });

  it('forgets what ended when another client is started', () => {
    const after = { ...firstModel('en'), practice: RUNS, ended: endingOf('exit', 'still-running') };
    const other = { ...RUNS, processes: [{ ...process(true), pid: 8 }] };
    expect(receive(after, { kind: 'practice', practice: other }).ended).toBeUndefined();
    expect(receive(after, { kind: 'practice', practice: RUNS }).ended).toBeDefined();
  });
});
