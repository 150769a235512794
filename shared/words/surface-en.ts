import type { Language } from '../core/language.ts';
import { checks } from './en/checks.ts';
import { doubts } from './en/doubts.ts';
import { log } from './en/log.ts';
import { progress } from './en/progress.ts';
import { purge } from './en/purge.ts';
import { methods, reasons } from './en/reasons.ts';
import { receipt } from './en/receipt.ts';
import { refusals } from './en/refusals.ts';
import { remaining } from './en/remaining.ts';
import { state } from './en/state.ts';
import { terms } from './en/terms.ts';
import { usage } from './en/usage.ts';

/** The English sentences that a surface without a terminal says too: none about commands, `doctor` or the tour. */
export const surfaceEn = {
  lang: 'en' as Language,
  ...terms,
  refusal: refusals,
  why: reasons,
  method: methods,
  check: checks,
  receipt,
  remaining,
  progress,
  purge,
  doubts,
  log,
  state,
  usage,
};

/** The same of any language. */
export type SurfaceWords = typeof surfaceEn;
