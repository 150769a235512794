import type { RequestKind } from '../model.ts';
import { exit } from './exit.ts';
import { force } from './force.ts';
import { hide } from './hide.ts';
import { purge } from './purge.ts';
import type { RequestRules } from './rules.ts';

/** Every kind of request; one without a row does not compile. */
export const REQUESTS: Readonly<Record<RequestKind, RequestRules>> = { exit, force, purge, hide };
