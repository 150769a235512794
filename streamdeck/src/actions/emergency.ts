import type { Action } from '../action.ts';
import { plain } from '../show.ts';

/** Not there until the core has that request: it says so, and is not in the list of actions. */
export const emergency: Action = {
  id: 'emergency',
  view: (key) => plain(key, 'refused', '', 'not-available'),
  press: (key, hands) => hands.alert(key),
};
