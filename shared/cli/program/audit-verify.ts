import type { VerifyOptions } from '../commands/audit/verify.ts';
import { common, type Declaring } from './declaring.ts';

/** `audit verify` and `audit prove`; `top` is the command `audit`. */
export function auditVerify(declaring: Declaring): void {
  const { say, context, done } = declaring;
  const { auditVerify: words } = say;
  common(declaring, 'verify', words.help)
    .argument('[place...]', words.place)
    .option('--checkpoint <file>', words.checkpoint, several)
    .option('--key <key>', words.key, several)
    .option('--every-signature', words.every)
    .option('--proof <file>', words.proof)
    .option('--line <file>', words.line)
    .action(async (places: string[], options: VerifyOptions) => {
      const { verifyAudit } = await import('../commands/audit/verify.ts');
      done(await verifyAudit(await context(), places, options));
    });
  common(declaring, 'prove', words.helpProve)
    .argument('<number>', words.number)
    .option('--out <file>', words.out)
    .action(async (number: string, options: { out?: string }) => {
      const { proveEntry } = await import('../commands/audit/prove.ts');
      done(await proveEntry(await context(), number, options));
    });
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];
