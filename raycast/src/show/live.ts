import type { Progress } from '@shared/core/model.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { progressInWords } from '@shared/words/progress-in-words.ts';
import type { Line } from './voice.ts';

/** How often the seconds of a waiting line move. */
const TICK_MS = 500;

/** The live line of a toast: what every request is doing now. */
export interface Live {
  readonly on: (name: string) => (progress: Progress) => void;
  readonly over: (name: string) => void;
  /** Stops its clock; called in every case. */
  readonly end: () => void;
}

export function liveLine(toast: Line, now: () => number): Live {
  const doing = new Map<string, Progress>();
  let shown = '';
  const draw = (): void => {
    const line = [...doing]
      .map(([name, progress]) => `${name}: ${progressInWords(progress, en, now())}`)
      .join(' · ');
    if (line !== shown) toast.message = shown = line;
  };
  const clock = setInterval(draw, TICK_MS);
  return {
    on: (name) => (progress) => {
      doing.set(name, progress);
      // A removal tells of every batch: its clock is enough.
      if (progress.doing !== 'removing') draw();
    },
    over: (name) => void doing.delete(name),
    end: () => clearInterval(clock),
  };
}
