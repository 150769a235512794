import type { Call, Handle } from './api.ts';

/** UTF-16 text in a buffer, up to its end or the first NUL. */
export function textIn(buffer: Buffer, letters = buffer.length / 2): string {
  const text = buffer.toString('utf16le', 0, letters * 2);
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** What a function that fills a buffer with text says about a window; empty where it says nothing. */
export function asked(call: Call, window: Handle, letters = 512): string {
  const buffer = Buffer.alloc(letters * 2);
  return textIn(buffer, Number(call(window, buffer, letters)));
}
