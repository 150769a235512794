import type { Slot } from '../messages.ts';
import type { Model } from './model.ts';
import { kindOf, placedAt } from './slots.ts';

/** A key goes down: what it says from now on is its answer. */
export function pressing(model: Model, slot: Slot): Partial<Model> {
  const placed = model.deck && placedAt(model.deck, slot);
  if (placed === undefined) return {};
  const { context, action, label } = placed;
  return { press: { slot, context, action: kindOf(action), label, isDown: true } };
}

/** It was let go of; its answer may be still to come. */
export const released = ({ press }: Model): Partial<Model> => ({
  press: press && { ...press, isDown: false },
});

/** Figures move while a request is under way; only other words are news. */
const wordsIn = (label: string): string => label.replace(/[\d.,…]+/g, '').trim();

/** The first new words of a key that was pressed are read out, and not every picture. */
export function answered(model: Model, context: string, label: string): Partial<Model> {
  const { press, deck } = model;
  if (press?.context !== context || deck === undefined) return {};
  if (wordsIn(label) === wordsIn(press.label)) return {};
  const key = placedAt(deck, press.slot)?.name ?? '';
  return { press: { ...press, label }, answer: { key, says: label } };
}
