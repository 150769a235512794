import type { ToPage } from '../messages.ts';
import type { Model } from './model.ts';
import { actionOf, slotsOf } from './slots.ts';

/** More lines than this nobody reads, and they would slow the page down. */
export const LOG_LINES = 500;

/** What the page shows after a message of the server. */
export function receive(model: Model, message: ToPage): Model {
  switch (message.kind) {
    case 'deck':
      return withDeck(model, message.deck);
    case 'image':
      return paint(model, message);
    case 'sign':
      return {
        ...model,
        signs: [...model.signs.filter((one) => one.context !== message.context), message],
      };
    case 'log':
      return { ...model, log: appended(model.log, message.lines) };
    case 'practice':
      return {
        ...model,
        practice: message.practice,
        practised: message.practice.temper ?? model.practised,
      };
    case 'inspector':
      return { ...model, inspector: message };
    case 'notice':
      return { ...model, notice: message.text };
  }
}

/** What pointed at something that is no longer on the deck points nowhere. */
function withDeck(model: Model, deck: NonNullable<Model['deck']>): Model {
  const isThere = model.at !== undefined && slotsOf(deck).includes(model.at);
  const isCarried = model.carried !== undefined && actionOf(deck, model.carried) !== undefined;
  return {
    ...model,
    deck,
    at: isThere ? model.at : undefined,
    carried: isCarried ? model.carried : undefined,
    inspector: deck.inspecting === undefined ? undefined : model.inspector,
  };
}

function paint(model: Model, { context, image, label }: ToPage & { kind: 'image' }): Model {
  if (model.deck === undefined) return model;
  const placed = model.deck.placed.map((one) =>
    one.context === context ? { ...one, image, label } : one,
  );
  return { ...model, deck: { ...model.deck, placed } };
}

function appended(log: Model['log'], lines: (ToPage & { kind: 'log' })['lines']): Model['log'] {
  const next = (log.at(-1)?.[0] ?? 0) + 1;
  return [...log, ...lines.map((line, at) => [next + at, line] as const)].slice(-LOG_LINES);
}
