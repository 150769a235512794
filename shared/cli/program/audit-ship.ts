import type { ShipFlags } from '../commands/audit/ship.ts';
import { common, type Declaring } from './declaring.ts';

/** `audit ship`; `top` is the command `audit`. */
export function auditShip(declaring: Declaring): void {
  const { say, context, done } = declaring;
  const { auditShip: words } = say;
  common(declaring, 'ship', words.help)
    .option('--to <place>', words.to)
    .option('--ca <file>', words.ca)
    .option('--cert <file>', words.cert)
    .option('--key <file>', words.key)
    .option('--again <number>', words.again)
    .option('--dry-run', words.dryRun)
    .action(async (options: ShipFlags) => {
      const { shipAudit } = await import('../commands/audit/ship.ts');
      done(await shipAudit(await context(), options));
    });
}
