import type { RequestKind } from '../model.ts';
import type { ReceiptKind } from '../receipt.ts';
import { exit } from './exit.ts';
import { force } from './force.ts';
import { hide } from './hide.ts';
import { purge } from './purge.ts';
import { reset } from './reset.ts';
import type { RequestRules } from './rules.ts';
import { wipe } from './wipe.ts';

/** Every kind of request; one without a row does not compile. */
export const REQUESTS: Readonly<Record<RequestKind, RequestRules>> = {
  ...{ exit, force, purge, hide, wipe, reset },
};

/** What a request of this kind is about; a restore is about files. */
export const aboutOf = (kind: ReceiptKind): RequestRules['about'] =>
  kind === 'restore' ? 'files' : REQUESTS[kind].about;
