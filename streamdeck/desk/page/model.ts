import type { DeckState, LogLine, PracticeState, Slot, ToPage } from '../messages.ts';
import type { Behaviour } from '../../../shared/practice/behaviour.ts';
import type { Carried } from './slots.ts';
import type { PageLanguage } from './words.ts';

export type Inspector = Extract<ToPage, { readonly kind: 'inspector' }>;
export type Sign = Extract<ToPage, { readonly kind: 'sign' }>;

/** All that the page shows. */
export interface Model {
  readonly link: 'connecting' | 'open' | 'lost';
  readonly deck: DeckState | undefined;
  readonly practice: PracticeState;
  /** Whose processes are listed, also after it was stopped. */
  readonly practised: Behaviour | undefined;
  /** Whose button was pressed last. */
  readonly asked: Behaviour | undefined;
  readonly inspector: Inspector | undefined;
  readonly signs: readonly Sign[];
  readonly notice: string;
  /** Numbered, so that a line keeps its element when older ones go. */
  readonly log: readonly (readonly [number: number, line: LogLine])[];
  readonly logHides: readonly LogLine['from'][];
  readonly language: PageLanguage;
  /** The slot that the keyboard or a finger was at last. */
  readonly at: Slot | undefined;
  readonly carried: Carried | undefined;
  /** How many ticks each dial was turned. */
  readonly turned: Readonly<Record<Slot, number>>;
}

/** What only the server knows is empty until it spoke. */
export const UNHEARD = {
  deck: undefined,
  practice: { processes: [], icon: 'unknown', isBusy: false },
  practised: undefined,
  inspector: undefined,
  signs: [],
  log: [],
} as const satisfies Partial<Model>;

export const firstModel = (language: PageLanguage): Model => ({
  ...UNHEARD,
  link: 'connecting',
  notice: '',
  logHides: [],
  language,
  at: undefined,
  carried: undefined,
  asked: undefined,
  turned: {},
});
