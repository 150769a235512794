import { describe, expect, it } from 'vitest';
import type { DeckState } from '../../../streamdeck/desk/messages.ts';
import { wordsOf } from '../../../streamdeck/desk/page/words.ts';
import { LANGUAGES } from '../../../streamdeck/src/language.ts';
import { word } from '../../../streamdeck/src/words.ts';
import { inChromium, missing } from '../chromium.ts';
import { deckOf, endingOf, image, placed } from './samples.ts';
import { key, useStage } from './stage.ts';

const MK2 = { kind: 'deck', deck: deckOf('mk2') } as const;
const deckWith = (real: DeckState['placed'][number]['real']) =>
  ({
    kind: 'deck',
    deck: deckOf('mk2', {
      placed: [{ ...placed('key:0,0', 'safe-exit', 'Safe Exit', 'running'), real }],
    }),
  }) as const;

describe.skipIf(missing)(inChromium('what the virtual deck says'), () => {
  const stage = useStage();

  it('of a press is read out: the first new words of the key, then how it ended', async () => {
    const page = await stage.open([MK2]);
    const aloud = page.locator('.answer[role="status"]');
    const paint = (label: string): void =>
      stage.deck.send({
        kind: 'image',
        context: 'context-of-key:0,0',
        image: image(label),
        label,
      });
    paint('running 2');
    await key(page, 'key:0,0').click();
    paint('leaving 0 s');
    await aloud.getByText('Safe Exit: leaving 0 s').waitFor();
    paint('leaving 1 s');
    await page.locator('[aria-label$="leaving 1 s"]').waitFor();
    expect(await aloud.innerText()).toBe('Safe Exit: leaving 0 s');
    stage.deck.send({ kind: 'ended', ending: endingOf('exit', 'gone') });
    await aloud.getByText('Safe exit, practice client: gone.').waitFor();
    const trashed = { size: '12.8 MB', to: 'trash' } as const;
    stage.deck.send({ kind: 'ended', ending: { ...endingOf('purge', 'gone'), ...trashed } });
    await aloud.getByText('Purge cache, practice client: 12.8 MB moved to the trash.').waitFor();
    stage.deck.send({
      kind: 'ended',
      ending: { ...endingOf('force', 'still-running'), name: 'WeChat', isPractice: false },
    });
    await aloud.getByText('Force exit, WeChat: still running.').waitFor();
  });

  it.each([360, 900, 1_280])('in its hint never moves the deck, %i px wide', async (width) => {
    const page = await stage.open([MK2], { viewport: { width, height: 800 } });
    const sentences = LANGUAGES.flatMap((language) => {
      const { hints } = wordsOf(language);
      const name = word(language, 'inspector.whichever'); // As long as the longest name of an action.
      return Object.values(hints).map((hint) => hint(name));
    });
    expect(sentences.length).toBeGreaterThan(50);
    const moved = await page.evaluate((all) => {
      const top = (): number => document.querySelector('.deck')?.getBoundingClientRect().top ?? NaN;
      const before = top();
      const hint = document.querySelector('.hint');
      const probe = document.createElement('p');
      probe.className = 'hint';
      hint?.replaceWith(probe);
      return all.filter((text) => ((probe.textContent = text), top() !== before));
    }, sentences);
    expect(moved).toEqual([]);
  });

  it('of a real key is seen before it is pressed', async () => {
    const page = await stage.open([deckWith({ name: 'WeChat', isAllowed: false })]);
    await page.locator('.real').getByText('real').waitFor();
    expect(await key(page, 'key:0,0').getAttribute('aria-label')).toMatch(/, real$/);
    await key(page, 'key:0,0').focus();
    await page.getByText('Safe Exit acts on WeChat on this computer').waitFor();
  });

  it('before a real key acts is a question, which takes the focus and gives it back', async () => {
    const page = await stage.open([deckWith({ isAllowed: false })]);
    const ask = async () => {
      await key(page, 'key:0,0').focus();
      stage.deck.send({ kind: 'real', slot: 'key:0,0' });
      const dialog = page.getByRole('dialog', { name: 'This key is real' });
      await dialog.getByText('acts on every chat client that runs').waitFor();
      expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
      return dialog;
    };
    await ask();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('[data-slot="key:0,0"]:focus').waitFor();
    expect(await stage.said(page)).toEqual([]);
    stage.deck.forget();
    await (await ask()).getByRole('button', { name: 'Allow this key' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await (await ask()).getByRole('button', { name: 'Use the practice client' }).click();
    expect(await stage.said(page)).toEqual([
      { do: 'allow', slot: 'key:0,0' },
      { do: 'practise', slot: 'key:0,0' },
    ]);
  });
});
