import type { Tree } from 'x11';
import { ask } from './ask.ts';
import type { Display } from './display.ts';
import { ownersOn, type OwnerOf } from './owners.ts';

/** A screen during one look: what was asked once is not asked again. */
export interface View {
  readonly display: Display;
  readonly ownerOf: Promise<OwnerOf>;
  /** The windows directly inside of this one; none where it has gone. */
  readonly children: (window: number) => Promise<readonly number[]>;
}

export function viewOf(display: Display): View {
  const trees = new Map<number, Promise<readonly number[]>>();
  const ownerOf = ownersOn(display);
  // Somebody waits for it later, or nobody where the look fails before.
  ownerOf.catch(() => undefined);
  return {
    display,
    ownerOf,
    children: (window) => {
      const found =
        trees.get(window) ??
        ask<Tree>((answer) => display.client.QueryTree(window, answer)).then(
          (tree) => tree?.children ?? [],
        );
      trees.set(window, found);
      return found;
    },
  };
}
