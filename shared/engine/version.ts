import manifest from '../../package.json' with { type: 'json' };

/** The version of Clean Exit. */
export const VERSION: string = manifest.version;
