import type { Host } from './host.ts';

/** Wraps what answers an event: whatever it throws becomes a line in the log, and we live on. */
export const guarded =
  (log: Host['log']) =>
  <E>(listener: (event: E) => void): ((event: E) => void) =>
  (event) => {
    try {
      listener(event);
    } catch (error) {
      log('an event could not be answered', error);
    }
  };
