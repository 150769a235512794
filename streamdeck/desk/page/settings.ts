/// <reference lib="dom" />
import type { Slot } from '../messages.ts';
import type { Desk } from './desk.ts';
import { placedAt } from './slots.ts';

/** Where the focus was when the settings were opened. */
let opener: Element | null = null;

/** Shows the settings of a key; its panel takes the focus when it is there. */
export function openSettings(desk: Desk, slot: Slot): void {
  opener = document.activeElement;
  desk.change({ isPicking: false });
  desk.send({ do: 'inspect', slot });
}

/** Shows the settings of what was chosen; an empty place has none. */
export function pick(desk: Desk, slot: Slot): void {
  const { deck } = desk.model;
  if (deck && placedAt(deck, slot)) openSettings(desk, slot);
}

/** Closes the settings, and gives the focus back: to what had it, else to the key. */
export function closeSettings(desk: Desk): void {
  const slot = desk.model.deck?.inspecting ?? '';
  const key = document.querySelector<HTMLElement>(`.deck [data-part][data-slot="${slot}"]`);
  const had = opener instanceof HTMLElement && opener !== document.body ? opener : undefined;
  (had?.isConnected ? had : key)?.focus();
  desk.send({ do: 'close-inspector' });
  desk.change({ inspector: undefined });
}

/** Puts the focus on the first control of the settings, and lets Escape close them from inside as well. */
export function enterSettings(desk: Desk, frame: HTMLIFrameElement): void {
  frame.contentWindow?.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeSettings(desk);
  });
  const first = frame.contentDocument?.querySelector<HTMLElement>('select, input, button, a[href]');
  (first ?? frame).focus();
}
