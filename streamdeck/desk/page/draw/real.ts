/// <reference lib="dom" />
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Real } from '../../messages.ts';
import { type Desk, say } from '../desk.ts';
import { placedAt } from '../slots.ts';
import type { Words } from '../words.en.ts';

/** What a key does to a real client, in a sentence. */
export const realText = (words: Words, key: string, { name }: Real): string =>
  name === undefined ? words.realKeyAny(key) : words.realKey(key, name);

/** Asked before a key acts on a real client; its press did nothing yet. */
export function realDialog(desk: Desk): TemplateResult | typeof nothing {
  const { deck, asking } = desk.model;
  const placed = deck && asking !== undefined ? placedAt(deck, asking) : undefined;
  if (placed?.real === undefined) return nothing;
  const words = say(desk);
  const { slot, name, real } = placed;
  const answer = (does: 'allow' | 'practise') => (event: Event) => {
    desk.send({ do: does, slot });
    (event.currentTarget as HTMLElement).closest('dialog')?.close();
  };
  return html`<dialog
    class="panel ask"
    aria-labelledby="real-title"
    aria-describedby="real-text"
    @close=${() => desk.change({ asking: undefined })}
  >
    <h2 id="real-title" tabindex="-1" autofocus>${words.realTitle}</h2>
    <p id="real-text">${realText(words, name, real)}</p>
    <div class="choices">
      <button type="button" @click=${answer('practise')}>${words.realPractise}</button>
      <button type="button" @click=${answer('allow')}>${words.realAllow}</button>
      <button type="button" @click=${shut}>${words.cancel}<kbd>Esc</kbd></button>
    </div>
  </dialog>`;
}

const shut = (event: Event): void =>
  (event.currentTarget as HTMLElement).closest('dialog')?.close();
