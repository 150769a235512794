import path from 'node:path';
import { Host } from '../../streamdeck/desk/host.ts';
import { labelOf } from '../../streamdeck/desk/shown.ts';
import { now } from './report/numbers.ts';
import { owe } from './tidy.ts';

export const PLUGIN = path.resolve('dist/org.clean-exit.keys.sdPlugin');

/** The built plugin on a deck of the bench, with the moment of every picture. */
export interface BenchDeck {
  readonly host: Host;
  /** From the start of the process to its registration. */
  readonly startMs: number;
  readonly appear: (action: string, settings?: object) => string;
  readonly dispatch: (event: string, context: string) => void;
  /** When the first picture of a key came after now whose words match. */
  readonly picture: (context: string, words: RegExp) => Promise<number>;
  readonly end: () => Promise<void>;
}

export async function benchDeck(env: Readonly<Record<string, string>>): Promise<BenchDeck> {
  const began = now();
  const host = await Host.start({
    plugin: PLUGIN,
    host: 'elgato',
    device: 'mk2',
    language: 'en',
    env,
  });
  const startMs = now() - began;
  return {
    host,
    startMs,
    appear: (action, settings = { client: 'practice' }) =>
      host.appear({ action: `${host.manifest.UUID}.${action}`, settings }),
    dispatch: (event, context) => {
      const place = host.places.get(context);
      if (place) host.dispatch(event, place);
    },
    picture: (context, words) =>
      new Promise((resolve) => {
        const see = (of: string, image: string): void => {
          if (of !== context || !words.test(labelOf(image))) return;
          host.off('image', see);
          resolve(now());
        };
        host.on('image', see);
      }),
    end: owe(() => host.stop()),
  };
}
