import type { DeckState, Ending, LogLine, PracticeState, Slot, ToPage } from '../messages.ts';
import type { Language } from '../../src/language.ts';
import type { Behaviour } from '../../../shared/practice/behaviour.ts';
import type { Carried } from './slots.ts';

export type Inspector = Extract<ToPage, { readonly kind: 'inspector' }>;
export type Sign = Extract<ToPage, { readonly kind: 'sign' }>;

/** A key that was pressed last, as far as its answer is not heard yet. */
export interface Press {
  readonly slot: Slot;
  readonly context: string;
  /** Without the plugin's own name. */
  readonly action: string;
  /** What its picture said when it went down, or when that was read out last. */
  readonly label: string;
  readonly isDown: boolean;
}

/** What is read out: what a key answered at once, or how a request ended. */
export type Answer = { readonly key: string; readonly says: string } | { readonly ending: Ending };

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
  /** As the deck has it; until it spoke, as the browser prefers. */
  readonly language: Language;
  /** The slot that the keyboard or a finger was at last. */
  readonly at: Slot | undefined;
  readonly carried: Carried | undefined;
  /** The next key that is chosen shows its settings. */
  readonly isPicking: boolean;
  /** The key whose real client a person is asked about. */
  readonly asking: Slot | undefined;
  readonly press: Press | undefined;
  readonly answer: Answer | undefined;
  /** The last request to the practice client that runs, or that ran last. */
  readonly ended: Ending | undefined;
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
  asking: undefined,
  press: undefined,
  ended: undefined,
  log: [],
} as const satisfies Partial<Model>;

export const firstModel = (language: Language): Model => ({
  ...UNHEARD,
  link: 'connecting',
  notice: '',
  logHides: [],
  language,
  at: undefined,
  carried: undefined,
  isPicking: false,
  answer: undefined,
  asked: undefined,
  turned: {},
});
