import process from 'node:process';
import { openAuditLog } from '../../../../shared/store/audit/open.ts';
import { eventAt } from '../../../audit/made.ts';

/** Appends pairs of an intent and its outcome: `append FOLDER HOW-MANY NAME [SEGMENT-BYTES]`; says each uid when it is in. */
const [, , folder = '', many = '1', name = 'one', segmentBytes = '8000000'] = process.argv;
const log = await openAuditLog({
  ...{ folder, segmentBytes: Number(segmentBytes) },
  settings: { checkpointEvery: 7 },
});
for (let at = 0; at < Number(many); at += 2) {
  const [begins, ends] = [`${name}-${at}`, `${name}-${at + 1}`];
  const made = (uid: string, phase: 'intent' | 'outcome') => {
    const event = eventAt(at);
    const metadata = { ...event.metadata, uid, correlation_uid: begins };
    return { ...event, metadata, unmapped: { clean_exit: { phase, name } } };
  };
  await log.append(made(begins, 'intent'), { begins: true });
  process.stdout.write(`${begins}\n`);
  await log.append(made(ends, 'outcome'), { ends: begins });
  process.stdout.write(`${ends}\n`);
}
