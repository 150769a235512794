/** Where people find help; the manifest names the same as `SupportURL`. */
export const SUPPORT = 'https://github.com/clean-exit/clean-exit#readme';
