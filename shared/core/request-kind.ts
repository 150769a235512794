/**
 * What can be asked for: `wipe` is an exit and then a purge in one request, `reset` sets a client's settings
 * aside.
 */
export type RequestKind = 'exit' | 'force' | 'purge' | 'hide' | 'wipe' | 'reset';
