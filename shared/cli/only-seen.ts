import type { Request } from '../core/model.ts';
import { rootIdentities } from '../core/root-identities.ts';
import type { Preview } from '../engine/engine.ts';

/** The request for the roots that a preview saw; for all of them where it could not see. */
export const onlySeen = ({ plan: { request }, seen: { processes } }: Preview): Request =>
  processes.known ? { ...request, only: rootIdentities(processes.value) } : request;
