import { bytes } from './bytes.ts';
import { explainWhy } from './explain-why.ts';
import type { SurfaceWords as Words } from './surface-en.ts';
import type { Progress } from '../core/model.ts';

/** What a request is doing at this moment (`now` in ms since 1970), in a few words with the seconds that are left. */
export function progressInWords(progress: Progress, say: Words, now: number): string {
  switch (progress.doing) {
    case 'asking':
    case 'ending':
    case 'closing':
    case 'listing':
      return say.progress[progress.doing](progress.subject);
    case 'asking-otherwise':
      return say.progress.askingOtherwise(progress.subject, explainWhy(progress.reason, say));
    case 'waiting':
    case 'settling': {
      const rest = Math.max(0, progress.since + progress.for - now);
      return say.progress[progress.doing]((rest / 1_000).toFixed(0));
    }
    case 'removing':
      return say.progress.removing(progress.files, progress.of, bytes(progress.bytes));
  }
}
