import { visible } from '../../../core/visible.ts';

/** A piece of HTML that is ours, or was escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Inner = Html | string | number | readonly Inner[];

/** HTML with whatever is put into it escaped, so that no text from a log becomes a tag; lists are joined. */
export const html = (parts: TemplateStringsArray, ...inner: readonly Inner[]): Html =>
  new Html(
    parts.map((part, at) => part + (at < inner.length ? put(inner[at] ?? '') : '')).join(''),
  );

export const nothing = new Html('');

function put(inner: Inner): string {
  if (inner instanceof Html) return inner.text;
  if (typeof inner === 'string' || typeof inner === 'number') return escaped(String(inner));
  return inner.map(put).join('');
}

/** Quotes too: it may stand in an attribute. */
const escaped = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
