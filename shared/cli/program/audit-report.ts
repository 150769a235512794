import type { ReportOptions } from '../commands/audit/report.ts';
import type { Declaring } from './declaring.ts';
import { withOptionsOfAll } from './options-of-all.ts';

/** `audit report`; `top` is the command `audit`. It writes a page: there is no `--json` of it. */
export function auditReport({ top, say, context, done }: Declaring): void {
  const { auditReport: words, auditVerify } = say;
  withOptionsOfAll(top.command('report').description(words.help), say)
    .argument('[place]', auditVerify.place)
    .option('--from <time>', words.from)
    .option('--to <time>', words.to)
    .option('--checkpoint <file>', auditVerify.checkpoint, several)
    .option('--key <key>', auditVerify.key, several)
    .option('--out <file>', words.out)
    .action(async (place: string | undefined, options: ReportOptions) => {
      const { reportAudit } = await import('../commands/audit/report.ts');
      done(await reportAudit(await context(), place, options));
    });
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];
