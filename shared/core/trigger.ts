/** Who or what caused a request. */
export const TRIGGERS = ['person', 'schedule', 'policy', 'order'] as const;

export type Trigger = (typeof TRIGGERS)[number];
