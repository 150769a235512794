import { parseDisplay } from './address.ts';

/** Two spellings of one X server: `:0`, `:0.0` and `unix:0`. */
export function isSameDisplay(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return one === other;
  const [this_, that] = [parseDisplay(one), parseDisplay(other)];
  if (!this_ || !that) return false;
  return JSON.stringify(this_.socket) === JSON.stringify(that.socket);
}
