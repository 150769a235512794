import { face } from '../../../streamdeck/src/face.ts';
import type { ActionId, Sign, View } from '../../../streamdeck/src/view.ts';
import type { Meaning } from './matrix.ts';
import { ACTIONS, SIGNS, viewOf } from './views.ts';

const WORK = { ring: { part: 0.4, for: 'work' } } as const;
const HELD = { ring: { part: 0.4, for: 'hold' } } as const;
const READY = { canHold: true } as const;

type More = Pick<View, 'ring' | 'canHold'>;

/** What else a state may mean: that a hold would do it, or that it is held. */
const VARIANTS: Readonly<Partial<Record<Sign, Readonly<Record<string, More>>>>> = {
  working: { '': WORK },
  'still-here': { '': {}, 'hold: force': READY, held: HELD },
  force: { 'at a press': {}, hold: READY, held: HELD },
  purge: { 'at a press': {}, hold: READY, held: HELD },
  'exit-first': { 'at a press': {}, hold: READY, held: HELD },
  'hold-longer': { '': READY },
};

/** Every state on one action, each with its name. */
const ofAction = (action: ActionId): readonly Meaning[] =>
  SIGNS.flatMap((sign) =>
    Object.entries(VARIANTS[sign] ?? { '': {} }).map(([also, more]) => ({
      name: [action, sign, also].filter(Boolean).join(' / '),
      document: face(action, { ...viewOf(sign), ...more }),
    })),
  );

/** All that any key can show, by what it means. */
export const MEANINGS: readonly Meaning[] = ACTIONS.flatMap(ofAction);
