import type { FromPage, Slot } from '../messages.ts';

/** Something that fingers, mice and keyboards push down and let go of. */
export interface Holds {
  isDown(slot: Slot): boolean;
  down(slot: Slot): void;
  /** Let go of on purpose. */
  up(slot: Slot): void;
  /** Lost: the focus, the window or the slot itself went away. */
  lose(slot: Slot): void;
  /** Loses all but these. */
  keepOnly(slots: readonly Slot[]): void;
}

/** Keys and dials: a press is never sent twice, and one release follows each press. */
export function makePresses(send: (message: FromPage) => void): Holds {
  const held = new Set<Slot>();
  const up = (slot: Slot): void => {
    if (held.delete(slot)) send({ do: 'release', slot });
  };
  return {
    isDown: (slot) => held.has(slot),
    down: (slot) => {
      if (held.has(slot)) return;
      held.add(slot);
      send({ do: 'press', slot });
    },
    up,
    lose: up,
    keepOnly: (slots) => [...held].filter((slot) => !slots.includes(slot)).forEach(up),
  };
}

export const LONG_TOUCH_MS = 500;

/** The touch strip: short on letting go, long as soon as it is long; a lost touch sends nothing. */
export function makeTouches(
  send: (message: FromPage) => void,
  later: (run: () => void, ms: number) => () => void,
): Holds {
  const held = new Map<Slot, () => void>();
  const lose = (slot: Slot): boolean => {
    held.get(slot)?.();
    return held.delete(slot);
  };
  const fire = (slot: Slot): void => {
    held.delete(slot);
    send({ do: 'touch', slot, hold: true });
  };
  return {
    isDown: (slot) => held.has(slot),
    down: (slot) => {
      if (!held.has(slot))
        held.set(
          slot,
          later(() => fire(slot), LONG_TOUCH_MS),
        );
    },
    up: (slot) => {
      if (lose(slot)) send({ do: 'touch', slot, hold: false });
    },
    lose,
    keepOnly: (slots) => [...held.keys()].filter((slot) => !slots.includes(slot)).forEach(lose),
  };
}
