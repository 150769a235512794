import type { World } from './world.ts';

/** How long something may take to come about, in ms. */
const PATIENCE_MS = 15_000;

/** Whom one waits for: what it failed with, and what it looks like. */
export interface Awaited {
  readonly world: World;
  readonly errors: readonly unknown[];
  readonly said: readonly unknown[];
  readonly text: () => string;
}

/** Resolves as soon as the check holds, looked at after every change; a failure of the command rejects. */
export function until<T>(
  { world, errors, said, text }: Awaited,
  what: string,
  check: () => T | undefined | false,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const over = (then: () => void): void => {
      clearTimeout(timer);
      stop();
      then();
    };
    const fail = (why: string): void => {
      const now = [errors.map(String).join('\n'), text(), JSON.stringify(said, null, 1)].join('\n');
      over(() => reject(new Error(`${why}: ${what}\n${now}`)));
    };
    const look = (): void => {
      if (errors.length > 0) return fail('the command failed');
      try {
        const found = check();
        if (found) over(() => resolve(found));
      } catch (error) {
        fail(String(error));
      }
    };
    const stop = world.listen(look);
    const timer = setTimeout(() => fail('waited in vain'), PATIENCE_MS);
    look();
  });
}
