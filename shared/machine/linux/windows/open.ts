import type { Environment } from '../places.ts';
import { connectDisplay, type Display } from './display.ts';
import { DisplayFault } from './fault.ts';

/** How long the screen may take for one whole question, with connecting. */
export const SCREEN_MS = 1_500;

const open = new Map<string, Promise<Display>>();

/**
 * Asks the screen that this environment names, over a connection that is kept between questions. Throws a
 * DisplayFault when it is lost, or when all together takes longer than SCREEN_MS: a program may hold the
 * server for itself, and then nobody is answered.
 */
export async function askDisplay<T>(
  name: string,
  env: Environment,
  question: (display: Display) => Promise<T>,
): Promise<T> {
  const began = performance.now();
  const display = await displayAt(name, env);
  const rest = Math.max(1, SCREEN_MS - (performance.now() - began));
  return new Promise<T>((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      stop();
      settle();
    };
    const timer = setTimeout(() => {
      end(() => reject(new DisplayFault('timeout', `${name} did not answer in ${SCREEN_MS} ms`)));
      // Late answers would come in the way of the next question.
      display.close();
    }, rest);
    const stop = display.onLost((fault) => end(() => reject(fault)));
    question(display).then(
      (value) => end(() => resolve(value)),
      (error: unknown) =>
        end(() =>
          reject(error instanceof Error ? error : new DisplayFault('failed', String(error))),
        ),
    );
  });
}

/** Closes all connections, also those that are only being made. */
export function closeDisplays(): void {
  for (const one of open.values())
    one.then(
      (display) => display.close(),
      () => undefined,
    );
  open.clear();
}

async function displayAt(name: string, env: Environment): Promise<Display> {
  const key = [name, env['XAUTHORITY'], env['HOME']].join('\0');
  const held = open.get(key);
  if (held) {
    const display = await held;
    if (display.alive()) return display;
    if (open.get(key) === held) open.delete(key);
    // Whoever comes first makes the next one: two at once would leave one behind that nobody closes.
    return displayAt(name, env);
  }
  const made = connectDisplay(name, env, SCREEN_MS);
  open.set(key, made);
  made.catch(() => {
    if (open.get(key) === made) open.delete(key);
  });
  return made;
}
