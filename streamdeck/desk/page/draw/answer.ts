import type { Ending } from '../../messages.ts';
import type { Answer } from '../model.ts';
import type { Words } from '../words.en.ts';

/** How a press ended, or what the key answered at once: shown below the deck, and read out. */
export function answerText(words: Words, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  return 'ending' in answer
    ? endingText(words, answer.ending)
    : words.answered(answer.key, answer.says);
}

export function endingText(words: Words, ending: Ending): string {
  const { request, isPractice, name } = ending;
  return words.ended(
    words.requests[request],
    isPractice ? words.practiceName : name,
    howOf(words, ending),
  );
}

function howOf(words: Words, ending: Ending): string {
  const { request, result, verdict } = ending;
  if (result === 'cancelled') return words.cancelled;
  if (result === 'refused') return words.refused;
  if (request === 'purge') return removedText(words, ending);
  if (request === 'hide') return result === 'done' ? words.hidden : words.notHidden;
  return verdict === 'gone' && result === 'nothing-to-do'
    ? words.notRunning
    : words.verdicts[verdict];
}

function removedText(words: Words, { result, size, to }: Ending): string {
  if (size === undefined) return words.nothingRemoved;
  if (result === 'partly') return words.partlyRemoved(size);
  return to === 'trash' ? words.trashed(size) : words.removed(size);
}
