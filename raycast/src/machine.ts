import { trash } from '@raycast/api';
import type { Machine } from '@shared/machine/machine.ts';
import { machineWithoutAddons } from '@shared/machine/without-addons.ts';

/** This computer, with Raycast's own way into the trash, once it was seen to lead there. */
export const thisMachine = (): Machine => machineWithoutAddons((files) => trash([...files]));
