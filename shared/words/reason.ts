/** A reason in words, with what the machine said where it said something. */
export type ReasonWords = (detail?: string) => string;

/** A reason that keeps its detail in brackets, as the machine said it. */
export const reason =
  (said: string): ReasonWords =>
  (detail = '') =>
    detail === '' ? said : `${said} (${detail})`;
