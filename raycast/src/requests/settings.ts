import { getPreferenceValues } from '@raycast/api';
import type { PolicyFile } from '@shared/core/policy.ts';

/** What the person chose in Raycast's own settings. */
export interface Settings {
  /** An id or a name of a client, or `any`: whichever is running. */
  readonly client: string;
  /** The weakest voice: a policy file says otherwise. */
  readonly policy: PolicyFile;
  readonly confirmForce: boolean;
  /** Purges past the Trash unless said otherwise. */
  readonly permanently: boolean;
  readonly clientsFolder?: string;
  readonly hideWhenIdle: boolean;
}

/** Values as Raycast gives them: dropdowns are texts, and what was never touched may be missing. */
interface Raw {
  readonly client?: string;
  readonly timeout?: string;
  readonly confirmForce?: boolean;
  readonly destination?: string;
  readonly clientsFolder?: string;
  readonly hideWhenIdle?: boolean;
}

export function settings(): Settings {
  const raw = getPreferenceValues<Raw>();
  const seconds = Number(raw.timeout);
  return {
    client: raw.client?.trim() || 'any',
    policy: seconds > 0 ? { timeoutMs: seconds * 1_000 } : {},
    // Whatever is not understood asks before it ends anybody, and can be taken back.
    confirmForce: raw.confirmForce !== false,
    permanently: raw.destination === 'nowhere',
    ...(raw.clientsFolder ? { clientsFolder: raw.clientsFolder } : {}),
    hideWhenIdle: raw.hideWhenIdle === true,
  };
}
