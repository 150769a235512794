import { open, trash } from '@raycast/api';
import type { Machine } from '@shared/machine/machine.ts';
import { pureJsMachine } from '@shared/machine/pure-js-machine.ts';

/** This computer, with Raycast's own ways into the trash, once it was seen to lead there, and to open a program. */
export const thisMachine = (): Machine =>
  pureJsMachine({ trash: (files) => trash([...files]), open: (file) => open(file) });
