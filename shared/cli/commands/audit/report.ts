import { existsSync, writeFileSync } from 'node:fs';
import { readEvent } from '../../../audit/export/read-event.ts';
import { reportOf } from '../../../audit/report/report.ts';
import { distinct } from '../../../audit/verify/checkpoints.ts';
import { linesOf, type LogPart } from '../../../audit/verify/log-part.ts';
import { verifyLog } from '../../../audit/verify/verify.ts';
import { checkpointFolder } from '../../../store/audit/checkpoint-files.ts';
import { words } from '../../../words/words.ts';
import type { Context, ExitCode } from '../../context.ts';
import { auditPage } from '../../print/audit-page/page.ts';
import { nameIn } from '../../resolve-clients.ts';
import { checkpointsIn, givenLog } from './given-log.ts';
import { mustBeNew, NEW } from './new-file.ts';
import { newestMark } from './newest-mark.ts';
import { ownFolder } from './own-folder.ts';
import { periodOf, type Period } from './period.ts';
import { reportVerdict } from './report-verdict.ts';
import { suiteOf } from './suite-of.ts';
import { trustedKeys } from './trusted-keys.ts';

export interface ReportOptions extends Period {
  readonly checkpoint?: readonly string[];
  readonly key?: readonly string[];
  readonly out?: string;
}

/**
 * Writes one page about a period of the log. 0: the log is intact. 1: it is not, or something in it has to be accepted; the
 * page is written all the same. Throws UsageError where there is no log.
 */
export async function reportAudit(
  context: Context,
  place: string | undefined,
  options: ReportOptions,
): Promise<ExitCode> {
  const { screen, lang, machine, clients } = context;
  const say = words(lang);
  if (options.out !== undefined) mustBeNew(context, options.out);
  const span = periodOf(context, options);
  const folder = place ?? (await ownFolder(context));
  // Before the lines: the log may grow meanwhile, and would lack lines of a newer checkpoint.
  const own = checkpointsIn(context, [checkpointFolder(folder)].filter(existsSync));
  const given = checkpointsIn(context, options.checkpoint ?? []);
  const trusted = trustedKeys(context, options.key ?? []);
  const log = givenLog(context, [folder], trusted);
  const { parts } = log;
  const beside = [...own, ...log.checkpoints];
  const verified = await verifyLog(parts, {
    ...{ suiteOf, checkpoints: distinct([...beside, ...given]), trusted },
  });
  const mark = await newestMark([...beside, ...given], verified, say);
  const report = reportOf(eventsOf(parts), span);
  const names = new Map(clients.map((client) => [client.id, nameIn(context, client)]));
  const page = auditPage({
    ...{ lang, say, report, at: machine.clock.now() },
    nameOf: (client) => names.get(client) ?? client,
    verified: {
      ...{ isIntact: verified.isIntact, chain: verified.chain ?? '' },
      keys: verified.keys.map(({ key }) => key),
      lines: reportVerdict(
        verified,
        { isOwn: given.length === 0, isNamed: trusted.length > 0 },
        say,
      ),
    },
    ...(mark ? { mark } : {}),
    ...(verified.fault ? { badFrom: verified.fault.sequence } : {}),
  });
  if (options.out === undefined)
    for (const line of page.trimEnd().split('\n')) screen.verbatim(line);
  else {
    writeFileSync(options.out, page, NEW);
    screen.say(say.auditReport.written(options.out));
    screen.say(verified.isIntact ? say.auditReport.writtenNext : say.auditReport.notIntact);
  }
  return verified.isIntact ? 0 : 1;
}

function* eventsOf(parts: readonly LogPart[]) {
  for (const { bytes } of linesOf(parts)) yield readEvent(bytes);
}
