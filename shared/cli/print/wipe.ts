import type { Language } from '../../core/language.ts';
import type { PlannedWipe } from '../../core/plan.ts';
import { refusalInWords } from '../../words/refusal-in-words.ts';
import { words } from '../../words/words.ts';
import { explainWhy } from '../../words/explain-why.ts';
import { listingLines } from './listing.ts';
import type { Screen } from './screen.ts';

/** What a request would go on to remove once its client is gone, for `--dry-run`. */
export function wipeLines(
  { tiers, refusals, listing }: PlannedWipe,
  screen: Screen,
  lang: Language,
  how: Parameters<typeof listingLines>[3],
): readonly string[] {
  const say = words(lang);
  const head = `  ${say.wipe.then(tiers.map((tier) => say.tier[tier]).join(', '))}`;
  if (refusals.length > 0)
    return [
      head,
      ...refusals.flatMap(({ code }) => {
        const { what, next } = refusalInWords(code, say);
        return [`  ${what}`, `  ${next}`];
      }),
    ];
  if (listing?.known === false)
    return [head, `  ${say.purge.listUnknown(explainWhy(listing.why, say))}`];
  return [head, ...(listing ? listingLines(listing.value, screen, lang, how) : [])];
}
