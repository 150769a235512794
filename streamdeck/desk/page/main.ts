/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { render } from 'lit-html';
import { languageOf } from '../../src/language.ts';
import type { FromPage, ToPage } from '../messages.ts';
import type { Desk } from './desk.ts';
import { page } from './draw/page.ts';
import { makePresses, makeTouches } from './holds.ts';
import { link, socketAddress } from './link.ts';
import { listenForDrags } from './listen/drag.ts';
import { listenForFocus } from './listen/focus.ts';
import { listenForKeys } from './listen/keyboard.ts';
import { listenForTheNextThing } from './listen/notice.ts';
import { listenForPointers } from './listen/pointer.ts';
import { listenForWheel } from './listen/wheel.ts';
import { firstModel, type Model, UNHEARD } from './model.ts';
import { makePainter } from './paint.ts';
import { receive } from './receive.ts';
import { slotsOf } from './slots.ts';
import { pressing, released } from './press.ts';
import { tagOf } from './words.ts';

const SIGN_MS = 1_000;

let model = firstModel(languageOf(navigator.language));
const paint = makePainter(document.querySelector<HTMLElement>('#page') ?? document.body, (root) =>
  render(page(desk), root),
);

function change(part: Partial<Model>): void {
  model = { ...model, ...part };
  paint(model);
}

/** A deck that was started again hears the language that was shown here. */
const preferred = (): string =>
  model.link === 'connecting' ? navigator.language : tagOf(model.language);

const transmit = link(
  () => socketAddress(location, preferred()),
  heard,
  (state) => {
    // The server tells everything anew when it answers; what was held is no longer held there.
    change({ link: state, ...(state === 'open' ? UNHEARD : { inspector: undefined }) });
    if (state === 'lost') loseAllBut([]);
  },
);

function send(message: FromPage): void {
  transmit(message);
  if (message.do === 'press') change(pressing(model, message.slot));
  else if (message.do === 'release') change(released(model));
  else paint(model);
}

function heard(message: ToPage): void {
  change(receive(model, message));
  // The click in the settings lets it; a browser that forbids it still shows the address.
  if (message.kind === 'open') window.open(message.url, '_blank', 'noopener');
  if (message.kind === 'deck') loseAllBut(slotsOf(message.deck));
  if (message.kind === 'sign')
    setTimeout(() => change({ signs: model.signs.filter((one) => one !== message) }), SIGN_MS);
}

function loseAllBut(slots: readonly string[]): void {
  desk.presses.keepOnly(slots);
  desk.touches.keepOnly(slots);
}

const later = (run: () => void, ms: number): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

const desk: Desk = {
  get model() {
    return model;
  },
  presses: makePresses(send),
  touches: makeTouches(send, later),
  send,
  change,
};

for (const listen of [
  listenForTheNextThing,
  listenForPointers,
  listenForKeys,
  listenForWheel,
  listenForDrags,
  listenForFocus,
])
  listen(desk);
paint(model);
