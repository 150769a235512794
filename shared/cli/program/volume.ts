import { Argument } from 'commander';
import type { TokenOptions } from '../commands/orders/volume-token.ts';
import { common, type Declaring } from './declaring.ts';

/** `volume token`: what an administrator makes of a stick. */
export function volume(declaring: Declaring): void {
  const { say, context, done } = declaring;
  const { volume: of } = say;
  common(declaring, 'volume', of.help)
    .addArgument(new Argument('<what>', of.what).choices(['token']))
    .argument('[place]', of.place)
    .option('--key <file>', of.key)
    .option('--for <name>', of.for)
    .option('--expires <time>', of.expires)
    .action(async (_what: 'token', place: string | undefined, options: TokenOptions) => {
      const { signVolume } = await import('../commands/orders/volume-token.ts');
      done(await signVolume(await context(), place, options));
    });
}
