import type { Action } from '../action.ts';
import { dial } from './dial.ts';
import { forceExit } from './force-exit.ts';
import { hide } from './hide.ts';
import { purgeCache } from './purge-cache.ts';
import { safeExit } from './safe-exit.ts';
import { status } from './status.ts';

/** Every action that the manifest names. */
export const ACTIONS: readonly Action[] = [safeExit, forceExit, purgeCache, status, hide, dial];

/** The action of a UUID of the manifest (`org.clean-exit.keys.safe-exit`); undefined for any other. */
export const actionOf = (uuid: string): Action | undefined =>
  ACTIONS.find(({ id }) => uuid === `${PLUGIN}.${id}`);

/** The plugin's name, as its folder and its manifest have it. */
export const PLUGIN = 'org.clean-exit.keys';
