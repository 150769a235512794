import type { ToPage } from '../messages.ts';
import type { Model } from './model.ts';
import { answered } from './press.ts';
import { actionOf, placedAt, slotsOf } from './slots.ts';

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
      return withPractice(model, message.practice);
    case 'inspector':
      return { ...model, inspector: message };
    case 'open':
      return { ...model, notice: message.url };
    case 'ended':
      // A short press that ended like that is no longer waited for.
      return {
        ...model,
        answer: { ending: message.ending },
        ...(message.ending.isPractice ? { ended: message.ending, press: undefined } : {}),
      };
    case 'real':
      return { ...model, asking: message.slot, press: undefined };
    case 'notice':
      return { ...model, notice: message.text };
  }
}

/** Of one that was just started nothing has ended yet. */
function withPractice(model: Model, practice: Model['practice']): Model {
  const { temper } = practice;
  const pidOf = (state: Model['practice']): number | undefined => state.processes[0]?.pid;
  const isOther = temper !== undefined && pidOf(practice) !== pidOf(model.practice);
  return {
    ...model,
    practice,
    practised: temper ?? model.practised,
    ...(isOther ? { ended: undefined, press: undefined } : {}),
  };
}

/** What pointed at something that is no longer on the deck points nowhere. */
function withDeck(model: Model, deck: NonNullable<Model['deck']>): Model {
  const isThere = model.at !== undefined && slotsOf(deck).includes(model.at);
  const isCarried = model.carried !== undefined && actionOf(deck, model.carried) !== undefined;
  return {
    ...model,
    deck,
    language: deck.language,
    asking:
      model.asking !== undefined && placedAt(deck, model.asking)?.real ? model.asking : undefined,
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
  return {
    ...model,
    ...answered(model, context, label),
    deck: { ...model.deck, placed },
  };
}

function appended(log: Model['log'], lines: (ToPage & { kind: 'log' })['lines']): Model['log'] {
  const next = (log.at(-1)?.[0] ?? 0) + 1;
  return [...log, ...lines.map((line, at) => [next + at, line] as const)].slice(-LOG_LINES);
}
