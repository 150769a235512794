import { common, type Declaring } from './declaring.ts';

/** `status`, which comes first in the help. */
export function status(declaring: Declaring): void {
  const { help, context, done } = declaring;
  common(declaring, 'status', help.status)
    .argument('[client...]', help.someIds)
    .option('--every-user', help.everyUser)
    .action(async (ids: string[], options: { everyUser?: boolean }) => {
      const { showStatus } = await import('../commands/status.ts');
      done(await showStatus(await context(), ids, options));
    });
}

/** `watch` and `doctor`. */
export function looking(declaring: Declaring): void {
  const { help, context, done } = declaring;
  common(declaring, 'watch', help.watch)
    .argument('[client...]', help.someIds)
    .option('--until-gone', help.untilGone)
    .action(async (ids: string[], options: { untilGone?: boolean }) => {
      const { watch } = await import('../commands/watch.ts');
      done(await watch(await context(), ids, options));
    });
  common(declaring, 'doctor', help.doctor)
    .option('--record <file>', help.record)
    .action(async (options: { record?: string }) => {
      const { doctor } = await import('../commands/doctor.ts');
      done(await doctor(await context(), options));
    });
}
