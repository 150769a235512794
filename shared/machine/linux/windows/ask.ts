import type { Answer, Attributes, Client, Property } from 'x11';
import type { Display } from './display.ts';
import { DisplayFault } from './fault.ts';

/** BadWindow and BadDrawable: what was asked about has gone. */
const GONE = new Set([3, 9]);

/** Asks the server one thing; undefined if the window has gone. */
export const ask = <T>(say: (answer: Answer<T>) => void): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    say((error, value) => {
      if (!error) resolve(value);
      else if (GONE.has(error.error ?? 0)) resolve(undefined);
      else reject(new DisplayFault('failed', error.message));
      return true;
    });
  });

/** Undefined if the window has gone. */
export const attributesOf = (
  { client }: Display,
  window: number,
): Promise<Attributes | undefined> => ask((answer) => client.GetWindowAttributes(window, answer));

/** One property of a window, at most 16 kB of it; undefined if it is not set, or the window has gone. */
export async function property(
  { client }: Display,
  window: number,
  name: string,
): Promise<Property | undefined> {
  const atom = await atomOf(client, name);
  const found = await ask<Property>((answer) =>
    client.GetProperty(0, window, atom, 0, 0, 4_096, answer),
  );
  return found === undefined || found.type === 0 ? undefined : found;
}

/** The numbers in a property of 32 bits each. */
export const numbers = (found: Property | undefined): readonly number[] =>
  Array.from({ length: Math.floor((found?.data.length ?? 0) / 4) }, (_, at) =>
    found ? found.data.readUInt32LE(at * 4) : 0,
  );

/** The server's number for a name. Like every X client, we bring a name into being by asking. */
export async function atomOf(client: Client, name: string): Promise<number> {
  const held = client.atoms[name];
  return held ?? (await ask<number>((answer) => client.InternAtom(false, name, answer))) ?? 0;
}
