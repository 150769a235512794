import type { Why } from '../../core/known.ts';

/** The account that this program runs as; what a system does not say is absent. */
export interface User {
  /** The owner id, as processes have it. */
  readonly id?: string;

  /** The administrator: what other users run is this person's business as well. */
  readonly isAdministrator?: boolean;

  /** Why programs of other users cannot be seen here; undefined where they can. */
  othersUnseen?(): Why | undefined;
}
