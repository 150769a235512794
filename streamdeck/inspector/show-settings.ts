/// <reference lib="dom" />
import { HOLD_MS, readSettings, type Settings } from '../src/settings.ts';
import { byId, every } from './dom.ts';
import { choiceOf, type Page, spoken } from './page.ts';
import { seconds } from './show-words.ts';

/** Shows the settings in their controls, and only those controls that mean something. */
export function showSettings(page: Page): void {
  const { settings } = readSettings(page.raw);
  for (const one of every('[data-for], [data-if]')) {
    one.hidden = !isForAction(one, page.given.kind) || !isMet(one, settings);
  }
  for (const control of every<HTMLInputElement>('#settings input')) {
    const value = settings[control.name as keyof Settings];
    if (control.type === 'checkbox') control.checked = value === true;
    else if (control.type === 'radio') control.checked = value === control.value;
    else showTime(page, control, settings.holdMs);
  }
  byId('language', HTMLSelectElement).value = choiceOf(page);
}

/** Shows a time at its slider; also while it is dragged and not yet saved. */
export function showTime(page: Page, slider: HTMLInputElement, ms: number): void {
  slider.min = String(HOLD_MS.least);
  slider.max = String(HOLD_MS.most);
  slider.value = String(ms);
  const text = seconds(spoken(page), ms);
  slider.ariaValueText = text;
  for (const value of every(`output[for="${slider.id}"]`)) value.textContent = text;
}

function isForAction(one: HTMLElement, kind: string): boolean {
  const { for: actions } = one.dataset;
  return actions === undefined || actions.split(' ').includes(kind);
}

function isMet(one: HTMLElement, settings: Settings): boolean {
  const [field = '', value] = one.dataset['if']?.split('=') ?? [];
  return field === '' || String(settings[field as keyof Settings]) === value;
}
