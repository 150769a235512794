import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { noteInWords } from '@shared/words/remaining-in-words.ts';
import { refusedSubject, type Receipt } from '@shared/core/receipt.ts';
import { refusalInWords } from '@shared/words/refusal-in-words.ts';
import { stepInWords } from '@shared/words/step-in-words.ts';
import { capital, leftWords } from '../show.ts';
import { withBin } from './bin.ts';
import { dated } from './clock.ts';
import { nextStep } from './next-step.ts';
import { sentence, type ThisComputer } from './sentence.ts';

/** A receipt as a page: what came of it, what was done, what is left, what to do next. */
export function receiptMarkdown(here: ThisComputer, receipt: Receipt): string {
  const { steps, left, at, surface, elapsedMs, refusals } = receipt;
  const done = steps.map((step) => {
    const why = stepInWords(step, en);
    const { kind, subject, outcome, ms } = step;
    return `- ${capital(en.step[kind])} ${code(subject)} ${en.outcome[outcome]}${plain(why && `: ${withBin(why, here.machine.platform)}`)} (${seconds(ms)})`;
  });
  const rest = leftWords(left);
  const next = nextStep(here, receipt);
  // Journals have a part of their own.
  const note = noteInWords({ ...left, unmerged: [] }, en);
  return [
    `## ${plain(sentence(here, receipt))}`,
    `${dated(Date.parse(at))}, ${plain(surface)}, ${seconds(elapsedMs)}`,
    ...(rest ? ['### Left', plain(rest)] : []),
    ...(note ? ['### Note', plain(note)] : []),
    ...(left.unmerged.length > 0
      ? ['### Journals', `${left.unmerged.length}, kept: the client merges them itself`]
      : []),
    ...(done.length > 0 ? ['### Done', done.join('\n')] : []),
    ...(refusals.length > 0
      ? [
          '### Refused',
          refusals
            .map(
              (one) =>
                `- ${withBin(refusalInWords(one.code, en).what, here.machine.platform)} ${code(refusedSubject(one))}`,
            )
            .join('\n'),
        ]
      : []),
    ...(next ? ['### Next', plain(next)] : []),
  ].join('\n\n');
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** Names of files and processes are nobody's markup. */
const code = (text: string): string => (text ? `\`${text.replaceAll('`', '’')}\`` : '');
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
