/// <reference lib="dom" />
import { type Language, LANGUAGES } from '../src/language.ts';
import { byId, every } from './dom.ts';
import { SUPPORT } from './support.ts';

/** What a person does on the page. */
export interface ControlHandlers {
  /** A setting was chosen, to be kept. */
  readonly set: (field: string, value: unknown) => void;
  /** A slider is under way. */
  readonly slide: (slider: HTMLInputElement) => void;
  readonly speak: (language: Language | 'auto') => void;
  readonly openSettings: () => void;
  readonly openSupport: () => void;
}

// The pane for files; hosts hand such addresses to the system.
export const FULL_DISK_ACCESS =
  'x-apple.systempreferences:com.apple.preference.security?Privacy_AllFiles';

/** Listens to every control of the page, once. */
export function listen(handlers: ControlHandlers): void {
  for (const control of every<HTMLInputElement | HTMLSelectElement>('#settings [name]')) {
    control.addEventListener('change', () => handlers.set(control.name, valueOf(control)));
  }
  for (const slider of every<HTMLInputElement>('input[type="range"]')) {
    slider.addEventListener('input', () => handlers.slide(slider));
  }
  const language = byId('language', HTMLSelectElement);
  language.addEventListener('change', () =>
    handlers.speak(LANGUAGES.find((one) => one === language.value) ?? 'auto'),
  );
  const support = byId('support', HTMLAnchorElement);
  support.href = SUPPORT;
  // A host shows no other page in this one: it hands the address to the browser.
  support.addEventListener('click', (event) => {
    event.preventDefault();
    handlers.openSupport();
  });
  byId('open-settings', HTMLButtonElement).addEventListener('click', handlers.openSettings);
}

function valueOf(control: HTMLInputElement | HTMLSelectElement): unknown {
  if (control instanceof HTMLSelectElement) return control.value;
  if (control.type === 'checkbox') return control.checked;
  return control.type === 'range' ? control.valueAsNumber : control.value;
}
