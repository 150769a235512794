import { Option } from 'commander';
import { FORMATS } from '../../audit/export/formats.ts';
import type { ExportOptions } from '../commands/audit/export.ts';
import type { ShipOptions } from '../commands/audit/ship.ts';
import { common, type Declaring } from './declaring.ts';

/** `audit status`, `ship`, `key`, `rotate-key`, `prune` and `checkpoint`; `top` is the command `audit`. */
export function auditKeep(declaring: Declaring): void {
  const { say, context, done } = declaring;
  const { auditKeep: words } = say;
  const keeping = () => import('../commands/audit/keep.ts');
  common(declaring, 'status', words.helpStatus).action(async () => {
    const { auditStatus } = await import('../commands/audit/status.ts');
    done(await auditStatus(await context()));
  });
  common(declaring, 'ship', words.helpShip)
    .option('--to <place>', words.to)
    .option('--ca <file>', words.ca)
    .option('--cert <file>', words.cert)
    .option('--key <file>', words.certKey)
    .option('--again <number>', words.again)
    .option('-n, --dry-run', words.dryRun)
    .action(async (options: ShipOptions) => {
      const { shipAudit } = await import('../commands/audit/ship.ts');
      done(await shipAudit(await context(), options));
    });
  common(declaring, 'export', words.helpExport)
    .addOption(new Option('--format <format>', words.format).choices(FORMATS).makeOptionMandatory())
    .option('--from <time>', words.from)
    .option('--to <time>', words.until)
    .option('--out <file>', words.exportOut)
    .action(async (options: ExportOptions) => {
      const { exportAudit } = await import('../commands/audit/export.ts');
      done(await exportAudit(await context(), options));
    });
  common(declaring, 'key', words.helpKey).action(async () =>
    done(await (await keeping()).showKey(await context())),
  );
  common(declaring, 'rotate-key', words.helpRotate)
    .option('--pem <file>', words.pem)
    .action(async (options: { pem?: string }) =>
      done(await (await keeping()).rotateKey(await context(), options)),
    );
  common(declaring, 'prune', words.helpPrune)
    .option('--older-than <days>', words.days)
    .action(async (options: { olderThan?: string }) =>
      done(await (await keeping()).pruneLog(await context(), options)),
    );
  common(declaring, 'checkpoint', words.helpCheckpoint)
    .option('--out <folder>', words.checkpointOut)
    .action(async (options: { out?: string }) =>
      done(await (await keeping()).signCheckpoint(await context(), options)),
    );
}
