import type { RequestContext } from '../engine/engine.ts';
import type { Context } from './context.ts';

/** What the core needs of us. */
export const requestContext = (context: Context): RequestContext => ({
  ...context,
  surface: 'command line',
});
