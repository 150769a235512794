import { readFileSync, statSync } from 'node:fs';
import type { GivenCheckpoint } from '../../../audit/verify/checkpoints.ts';
import type { LogPart } from '../../../audit/verify/log-part.ts';
import { notesIn, receivedIn, type Received } from '../../../audit/verify/received.ts';
import { readVkey } from '../../../audit/vkey.ts';
import { checkpointsAt, partsAt } from '../../../store/audit/log-parts.ts';
import { isSegment } from '../../../store/audit/segments.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context } from '../../context.ts';

/** A log as it was named. */
export interface GivenLog {
  readonly parts: readonly LogPart[];
  /** The checkpoints that came with it to a receiver. */
  readonly checkpoints: readonly GivenCheckpoint[];
  /** What was left out of a receiver's files. */
  readonly received?: Pick<Received, 'copies' | 'others'>;
}

/**
 * The log in these places: the files of its own folder as they are, those of a receiver put in order. Of several logs at a
 * receiver the one of these keys. Throws UsageError where there is none, or nothing says which one.
 */
export function givenLog(
  context: Context,
  places: readonly string[],
  trusted: readonly string[],
): GivenLog {
  const say = words(context.lang).auditVerify;
  const files = places.flatMap((place) => found(context, place, () => partsAt(place)));
  const none = new UsageError(say.noLog(places.join(', ')), say.noLogNext);
  if (files.length === 0) throw none;
  if (files.every(({ file }) => isSegment(file))) return { parts: files, checkpoints: [] };
  // Before the lines, which a copy gets first.
  const beside = checkpointsIn(context, places.filter(isFolder));
  const logs = receivedIn(files);
  const named = trusted.flatMap((key) => readVkey(key)?.name ?? []);
  const wanted = [...logs.keys()].filter(
    (chain) => logs.size === 1 || named.some((name) => name.includes(chain)),
  );
  const [chain = ''] = wanted;
  const log = logs.get(chain);
  if (logs.size === 0) throw none;
  if (!log || wanted.length > 1) throw new UsageError(say.manyLogs(logs.size), say.manyLogsNext);
  const { part, checkpoints, copies, others } = log;
  const own = beside.filter(({ note }) => note.split('\n', 1)[0]?.includes(chain));
  return {
    parts: [part],
    checkpoints: [...own, ...checkpoints],
    received: { copies, others },
  };
}

/** The checkpoints in these files and folders: as notes, or as a receiver wrote them. Throws UsageError for a wrong name. */
export const checkpointsIn = (
  context: Context,
  places: readonly string[],
): readonly GivenCheckpoint[] =>
  places
    .flatMap((place) => found(context, place, () => checkpointsAt(place)))
    .flatMap((name) => notesIn(name, readFileSync(name)));

const isFolder = (place: string): boolean => statSync(place).isDirectory();

function found<T>({ lang }: Context, place: string, look: () => T): T {
  const say = words(lang).auditVerify;
  try {
    return look();
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isGone) throw new UsageError(say.noLog(place), say.noLogNext);
    throw error;
  }
}
