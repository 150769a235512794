import { common, type Declaring } from './declaring.ts';

/** `presence` and `presence install`. */
export function presence(declaring: Declaring): void {
  const { say, context, done } = declaring;
  const top = common(declaring, 'presence', say.tryPresence.help);
  top.action(async () => {
    const { tryPresence } = await import('../commands/presence.ts');
    done(await tryPresence(await context()));
  });
  top
    .command('install')
    .description(say.tryPresence.install)
    .action(async () => {
      const { installPresence } = await import('../commands/presence.ts');
      done(await installPresence(await context()));
    });
}
