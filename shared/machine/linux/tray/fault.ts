import { asError } from '../../../core/as-error.ts';
import type { Why } from '../../../core/known.ts';
import { BusFault } from './connection.ts';

/** The reason of any error on a bus, as a fact that is not known. */
export const whyOf = (error: unknown): Why =>
  error instanceof BusFault
    ? {
        code: error.code,
        detail: error.code === 'timeout' ? `timeout: ${error.message}` : error.message,
      }
    : { code: 'failed', detail: asError(error).message };

/** Nobody listens at the address any more, or it is none: nothing is shown there. */
export const isDead = (error: unknown): boolean =>
  error instanceof BusFault &&
  (/\b(?:ECONNREFUSED|ENOENT|ENOTDIR|ENOTSOCK)\b/.test(error.message) ||
    error.name.endsWith('.BadAddress'));

/** The connection broke off while the bus was asked. */
export const isLost = (error: unknown): boolean =>
  error instanceof BusFault &&
  /\b(?:EPIPE|ECONNRESET)\b|the connection (?:was lost|is closed)/.test(error.message);
