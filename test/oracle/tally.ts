import type { DoubtLine, Remaining, StatusLine } from '../../shared/core/receipt.ts';
import type { Start } from './start.ts';

interface Asked {
  readonly id: string;
  readonly start: Start;
}

/** What was answered so often, and what of it the kernel denies. */
export class Tally {
  starts = 0;
  falseGone = 0;
  strangersTouched = 0;
  falseAlarms = 0;
  private readonly words = new Map<string, number>();

  /** One answer about one client, beside the processes that the kernel knows of it. */
  answer(
    { id, start }: Asked,
    word: string,
    living: readonly number[],
    innocent: readonly DoubtLine[],
    { doubts, others }: Remaining,
  ): string[] {
    const lives = living.length > 0;
    const key = `${word} ${lives ? 'and it lives' : 'and nobody lives'}`;
    this.words.set(key, (this.words.get(key) ?? 0) + 1);
    // The verdict is about one's own client; another user's is told beside it.
    const isFalse = word === 'gone' && lives && start.user === 'ours';
    if (isFalse) this.falseGone++;
    this.falseAlarms += innocent.length;
    return [
      ...(isFalse
        ? [
            `false gone: ${id} lives as ${living.join()}; ${others} others, ${JSON.stringify(doubts)}`,
          ]
        : []),
      ...innocent.map((one) => `false alarm for ${id}: ${JSON.stringify(one)}`),
    ];
  }

  /** Clients that were not started at all. */
  innocents(lines: readonly StatusLine[], started: readonly string[]): string[] {
    const wrong = lines.filter(
      ({ client, presence }) => presence !== 'gone' && !started.includes(client),
    );
    this.falseAlarms += wrong.length;
    return wrong.map(
      ({ client, presence, doubts, unseen }) =>
        `false alarm: ${client} is ${presence}; ${JSON.stringify({ doubts, unseen })}`,
    );
  }

  strangers(lines: readonly string[]): string[] {
    this.strangersTouched += lines.length;
    return lines.map((line) => `stranger touched: ${line}`);
  }

  get counts(): string {
    return `${this.falseGone} false gone, ${this.strangersTouched} strangers touched, ${this.falseAlarms} false alarms`;
  }

  get answers(): string {
    return [...this.words]
      .sort()
      .map(([word, times]) => `${times} × ${word}`)
      .join(', ');
  }
}
