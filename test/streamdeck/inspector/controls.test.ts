import { expect, it } from 'vitest';
import { inspecting } from './suite.ts';

inspecting('what can be set of a key', (open) => {
  it('saves the time to hold in milliseconds, and shows it in seconds', async () => {
    const { page, saved } = await open('force-exit');
    const slider = page.getByRole('slider', { name: 'Hold for' });
    const shown = page.locator('output[for=hold-to-confirm]');
    expect(await slider.getAttribute('aria-valuetext')).toBe('1.5 s');
    await slider.press('ArrowRight');
    expect(await saved()).toEqual({ holdMs: 1_600 });
    await shown.getByText('1.6 s').waitFor();
    await slider.press('End');
    expect(await saved()).toEqual({ holdMs: 5_000 });
    await slider.press('Home');
    expect(await saved()).toEqual({ holdMs: 500 });
    await shown.getByText('0.5 s').waitFor();
  });

  it('saves a time once, when the slider is let go', async () => {
    const { page, saved } = await open('dial', { settings: { holdMs: 500 } });
    const box = await page.getByRole('slider').boundingBox();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    await page.mouse.move(x + 8, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.move(x + width, y + height / 2);
    await page.locator('output[for=hold-to-force]').getByText('5.0 s').waitFor();
    await page.mouse.up();
    expect(await saved()).toEqual({ holdMs: 5_000 });
  });

  it('takes the confirmation away only with a word of what that means', async () => {
    const { page, saved } = await open('force-exit');
    const confirm = page.getByLabel('Confirm by holding');
    expect(await confirm.isChecked()).toBe(true);
    expect(await page.getByText('may be lost').isVisible()).toBe(false);
    await confirm.uncheck();
    expect(await saved()).toEqual({ confirm: false });
    await page.getByText('may be lost').waitFor();
    expect(await page.getByRole('slider').count()).toBe(0);
  });

  it('says of the trash and of removing for good what they mean', async () => {
    const { page, saved } = await open('purge-cache');
    await page.getByText('You can bring it back').waitFor();
    await page.getByLabel('For good').check();
    expect(await saved()).toEqual({ destination: 'nowhere' });
    await page.getByText('It cannot be brought back').waitFor();
    expect(await page.getByText('You can bring it back').isVisible()).toBe(false);
    await page.getByLabel('downloads that come again').check();
    expect(await saved()).toEqual({ destination: 'nowhere', tiers: 'more' });
  });

  it.each([
    ['safe-exit', ['combobox', 'radio', 'radio', 'slider', 'combobox']],
    ['force-exit', ['combobox', 'checkbox', 'slider', 'combobox']],
    [
      'purge-cache',
      ['combobox', 'radio', 'radio', 'radio', 'radio', 'checkbox', 'slider', 'combobox'],
    ],
    ['status', ['combobox', 'combobox']],
    ['hide', ['combobox', 'combobox']],
    ['dial', ['combobox', 'slider', 'combobox']],
  ])('are the controls that %s needs, each with a name', async (kind, roles) => {
    const { page } = await open(kind);
    const spoken = await page.locator('body').ariaSnapshot();
    const controls = [...spoken.matchAll(/- (combobox|radio|checkbox|slider)( "[^"]+")?/g)];
    expect(controls.map(([, role]) => role)).toEqual(roles);
    expect(controls.filter(([, , name]) => name === undefined)).toEqual([]);
  });
});
