import { bytes, explainWhy, text, type Language } from './explain.ts';
import type { Progress } from './model.ts';

/** What a request is doing at this moment (`now` in ms since 1970), in a few words with the seconds that are left. */
export function progressInWords(progress: Progress, lang: Language, now: number): string {
  switch (progress.doing) {
    case 'asking':
    case 'ending':
    case 'closing':
    case 'listing':
      return text(lang, progress.doing, progress.subject);
    case 'asking-otherwise':
      return text(lang, 'askingOtherwise', progress.subject, explainWhy(progress.reason, lang));
    case 'waiting':
    case 'settling': {
      const rest = Math.max(0, progress.since + progress.for - now);
      return text(lang, progress.doing, (rest / 1_000).toFixed(0));
    }
    case 'removing':
      return text(lang, 'removing', progress.files, progress.of, bytes(progress.bytes));
  }
}
