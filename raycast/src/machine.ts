import { trash } from '@raycast/api';
import type { Machine } from '@shared/machine/machine.ts';
import { pureJsMachine } from '@shared/machine/pure-js-machine.ts';

/** This computer, with Raycast's own way into the trash, once it was seen to lead there. */
export const thisMachine = (): Machine => pureJsMachine((files) => trash([...files]));
