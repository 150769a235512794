import type { Order, Said } from '../../../../shared/machine/run.ts';
import type { System } from './bridge.mjs';
import type { World } from './world.ts';

/** What a program says; `hangs` where it never does, undefined where there is no such program. */
export declare function answerOf(
  world: World,
  order: Pick<Order, 'program' | 'args' | 'input'>,
  owner: number,
  does?: Partial<Pick<System, 'terminate' | 'hide' | 'trash'>>,
): (Partial<Said> & { readonly hangs?: true }) | undefined;
