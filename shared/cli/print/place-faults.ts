import { fileFaultInWords } from '../../words/file-fault-in-words.ts';
import { words } from '../../words/words.ts';
import type { Context } from '../context.ts';

/** What is wrong with the files of settled places, and what to do: they make what is gone unknown. */
export const placeFaultLines = ({ placeFaults = [], lang }: Context): readonly string[] =>
  placeFaults.length === 0
    ? []
    : [
        ...placeFaults.map((fault) =>
          words(lang).places.fault(fileFaultInWords(fault, words(lang))),
        ),
        words(lang).places.faultNext,
      ];
