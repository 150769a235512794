import { trash } from '@raycast/api';
import type { Machine } from '@shared/machine/machine.ts';
import { machineWithoutAddons } from '@shared/machine/without-addons.ts';

/** This computer, with Raycast's own way into the trash, which a person can take things back from. */
export const thisMachine = (): Machine => machineWithoutAddons((files) => trash([...files]));
