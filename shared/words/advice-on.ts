import type { Check, Platform } from '../core/model.ts';
import type { Words } from './en.ts';
import type { CheckAdvice } from './en/check-advice.ts';

/** What can be done on this system about a check that is not good; empty where nothing can. */
export function adviceOn(platform: Platform, { id, state }: Check, say: Words): string {
  const advice: CheckAdvice = say.checkAdvice;
  return state === 'good' ? '' : (advice[platform][id]?.[state] ?? '');
}

/** Something to know on this system, whatever its checks say. */
export function noteOn(platform: Platform, say: Words): string | undefined {
  const notes: Partial<Record<Platform, string>> = say.systemNote;
  return notes[platform];
}
