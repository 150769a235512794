export { machineWithoutAddons as thisMachine } from '@shared/machine/without-addons.ts';
