import type { Step } from '../model.ts';

/** What a step does, as an order says it: to end a root is not to end its helpers. */
export type StepKind = Exclude<Step['kind'], 'end'> | 'end-root' | 'end-helper';
