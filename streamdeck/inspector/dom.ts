/// <reference lib="dom" />

/** The one element with this id, which inspector.html is known to have. */
export function byId<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`no ${kind.name} called ${id}`);
}

/** Every element that matches, typed. */
export const every = <T extends Element = HTMLElement>(selector: string): readonly T[] => [
  ...document.querySelectorAll<T>(selector),
];

/** An element with text, which is never read as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Replaces what an element holds only when it would differ: an open list stays open. */
export function fill(holder: Element, parts: readonly Element[]): void {
  const now = [...holder.children].map((child) => child.outerHTML).join('');
  if (now !== parts.map((part) => part.outerHTML).join('')) holder.replaceChildren(...parts);
}
