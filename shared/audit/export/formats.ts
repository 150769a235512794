/** The forms in which the log can be handed on. */
export const FORMATS = ['ocsf', 'ecs', 'rfc5424', 'cef', 'csv'] as const;

export type Format = (typeof FORMATS)[number];
