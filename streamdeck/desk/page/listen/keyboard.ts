import { type Desk, put, rotate } from '../desk.ts';
import { walk } from '../roving.ts';
import { cellOf, keySlot, placedAt } from '../slots.ts';
import { closeSettings, openSettings, pick } from '../settings.ts';
import { holdsOf, type Part, partOf } from './part.ts';

const TURNS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
};

const isPress = (key: string): boolean => key === ' ' || key === 'Enter';

/** Everything that a mouse can do on the deck, from the keyboard. */
export function listenForKeys(desk: Desk): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') escape(desk);
    const part = partOf(event.target);
    if (part === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (answer(desk, part, event)) event.preventDefault();
  });

  document.addEventListener('keyup', (event) => {
    const part = partOf(event.target);
    if (part === undefined || !isPress(event.key)) return;
    event.preventDefault();
    holdsOf(desk, part).up(part.slot);
  });
}

function escape(desk: Desk): void {
  const { carried, isPicking, inspector, asking } = desk.model;
  const isChoosing = carried !== undefined || isPicking;
  if (!isChoosing && asking === undefined && inspector !== undefined) closeSettings(desk);
  desk.change({ carried: undefined, isPicking: false });
  desk.presses.keepOnly([]);
  desk.touches.keepOnly([]);
}

/** Whether the key meant something here. */
function answer(desk: Desk, part: Part, { key, repeat }: KeyboardEvent): boolean {
  const { slot } = part;
  if (isPress(key)) {
    if (repeat) return true;
    if (desk.model.carried !== undefined) put(desk, slot);
    else if (desk.model.isPicking) pick(desk, slot);
    else holdsOf(desk, part).down(slot);
    return true;
  }
  if (part.kind === 'key' ? stepped(desk, part, key) : turned(desk, part, key)) return true;
  return arranged(desk, part, key.toLowerCase());
}

function stepped(desk: Desk, { slot, element }: Part, key: string): boolean {
  const { deck } = desk.model;
  const from = cellOf(slot);
  const to = deck === undefined || from === undefined ? undefined : walk(deck, from, key);
  if (to === undefined) return false;
  element
    .closest('.deck')
    ?.querySelector<HTMLElement>(`[data-part="key"][data-slot="${keySlot(to)}"]`)
    ?.focus();
  return true;
}

function turned(desk: Desk, { slot }: Part, key: string): boolean {
  if (key.toLowerCase() === 't') desk.send({ do: 'touch', slot, hold: false });
  else if (Object.hasOwn(TURNS, key)) rotate(desk, slot, TURNS[key] ?? 0);
  else return false;
  return true;
}

function arranged(desk: Desk, { slot }: Part, key: string): boolean {
  const { deck } = desk.model;
  if (deck === undefined || placedAt(deck, slot) === undefined) return false;
  if (key === 'i') openSettings(desk, slot);
  else if (key === 'm') desk.change({ carried: { from: slot } });
  else if (key === 'delete' || key === 'backspace') desk.send({ do: 'clear', slot });
  else return false;
  return true;
}
