/** The presets, from the loosest to the strictest. */
export const PRESETS = ['home', 'office', 'finance', 'medical', 'government'] as const;

export type PresetName = (typeof PRESETS)[number];
