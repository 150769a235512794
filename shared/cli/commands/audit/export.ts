import { writeFileSync } from 'node:fs';
import { cef } from '../../../audit/export/cef.ts';
import { csv, csvHead } from '../../../audit/export/csv.ts';
import { ecs } from '../../../audit/export/ecs.ts';
import type { Format } from '../../../audit/export/formats.ts';
import { readEvent, type LoggedEvent } from '../../../audit/export/read-event.ts';
import { rfc5424 } from '../../../audit/export/rfc5424.ts';
import { linesFrom, segmentsIn } from '../../../store/audit/segments.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { mustBeNew, NEW } from './new-file.ts';
import { ownFolder } from './own-folder.ts';
import { periodOf, type Period } from './period.ts';

export interface ExportOptions extends Period {
  readonly format: Format;
  readonly out?: string;
}

/** By format, a line of the log and what it says as one line of that format. */
const RENDER: Readonly<Record<Format, (line: Buffer, event: LoggedEvent) => string>> = {
  ocsf: (line) => line.toString(),
  ecs: (_line, event) => ecs(event),
  rfc5424: (line) => rfc5424(line).toString(),
  cef: (_line, event) => cef(event),
  csv: (_line, event) => csv(event),
};

/** Writes the lines of a period in another format. Throws UsageError where there is no log. */
export async function exportAudit(context: Context, options: ExportOptions): Promise<ExitCode> {
  const { screen, lang } = context;
  const say = words(lang).auditKeep;
  if (options.out !== undefined) mustBeNew(context, options.out);
  const folder = await ownFolder(context);
  const [first] = segmentsIn(folder);
  if (!first) throw new UsageError(say.noLog(folder), say.noLogNext);
  const { from, to } = periodOf(context, options);
  const lines: string[] = options.format === 'csv' ? [csvHead()] : [];
  let damaged = 0;
  for (const line of linesFrom(folder, first.first)) {
    const event = readEvent(line);
    if (!event) damaged++;
    else if (event.place.time >= from && event.place.time <= to)
      lines.push(RENDER[options.format](line, event));
  }
  if (options.out === undefined) for (const line of lines) screen.verbatim(line);
  else {
    // RFC 4180 ends a row so.
    const end = options.format === 'csv' ? '\r\n' : '\n';
    writeFileSync(options.out, lines.map((line) => line + end).join(''), NEW);
    screen.say(say.exported(lines.length - (options.format === 'csv' ? 1 : 0), options.out));
  }
  if (damaged > 0) throw new UsageError(say.damaged(damaged), say.tailNext);
  return 0;
}
