import type { Language } from '../../core/language.ts';
import { words } from '../../words/words.ts';
import { progressInWords } from '../../words/progress-in-words.ts';
import type { Progress } from '../../core/model.ts';
import { rendered } from './paint.ts';
import type { Screen } from './screen.ts';

/** A live line that is gone when the answer comes. */
export interface Live {
  readonly show: (progress: Progress) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

const NONE: Live = { show: () => undefined, clear: () => undefined };

/** How often the seconds of a waiting line move. */
const TICK_MS = 200;

/** On a terminal only: a pipe gets the answer and nothing else. */
export async function liveLine(
  screen: Screen,
  lang: Language,
  now: () => number,
  quiet: boolean,
): Promise<Live> {
  if (quiet || !screen.isTerminal) return NONE;
  const { default: logUpdate } = await import('log-update');
  let ticking: NodeJS.Timeout | undefined;
  const stop = (): void => clearInterval(ticking);
  return {
    show: (progress) => {
      stop();
      const draw = (): void =>
        logUpdate(rendered(screen.paint.gray(progressInWords(progress, words(lang), now()))));
      draw();
      if ('since' in progress) ticking = setInterval(draw, TICK_MS).unref();
    },
    clear: () => {
      stop();
      logUpdate.clear();
      logUpdate.done();
    },
  };
}
