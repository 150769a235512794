import type { Language } from '../src/language.ts';
import type { ToInspector } from '../src/messages.ts';
import type { Word } from '../src/words.ts';
import type { Given } from './given.ts';

/** Everything that the page shows, at one moment. */
export interface Page {
  readonly given: Given;
  /** As the host has them, with fields of other versions. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Undefined until the plugin answered. */
  readonly sent?: ToInspector;
  /** Chosen here, while the plugin has not yet said the same. */
  readonly chosen?: Language | 'auto';
  readonly isLost: boolean;
}

/** What the select for languages shows. */
export const choiceOf = (page: Page): Language | 'auto' =>
  page.chosen ?? page.sent?.language ?? 'auto';

/** The language in which the page speaks. */
export function spoken(page: Page): Language {
  const choice = choiceOf(page);
  return choice === 'auto' ? page.given.language : choice;
}

/** The page once the plugin has told its state. */
export function withState(page: Page, sent: ToInspector): Page {
  const { chosen, ...rest } = page;
  // A state that was under way while the person chose must not turn the page back.
  return chosen === undefined || chosen === sent.language
    ? { ...rest, sent }
    : { ...rest, chosen, sent };
}

/** Words of reasons by their code; a code of a newer plugin is shown as it is. */
export const WHY: Readonly<Record<string, Word>> = {
  denied: 'inspector.why.denied',
  failed: 'inspector.why.failed',
  timeout: 'inspector.why.timeout',
  unsupported: 'inspector.why.unsupported',
  'not-looked': 'inspector.why.not-looked',
  'too-many': 'inspector.why.too-many',
  'unknown-place': 'inspector.why.unknown-place',
};

/** Words of what can be looked at. */
export const WHAT: Readonly<Record<string, Word>> = {
  processes: 'processes',
  trayIcons: 'tray',
  windows: 'inspector.what.windows',
  files: 'inspector.what.files',
  journals: 'inspector.what.journals',
  memory: 'memory',
  cache: 'cache',
  accounts: 'accounts',
};
