import type { PolicyFields } from '../schema.ts';

/** A preset: what a file of it says. */
export type Preset = Omit<PolicyFields, 'preset'>;
