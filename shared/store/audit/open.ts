import type { AuditEvent } from '../../audit/event.ts';
import type { Stated } from '../../audit/statement.ts';
import type { AuditNotice } from '../../core/receipt.ts';
import {
  auditFault,
  AuditFault,
  type AppendOptions,
  type AuditLog,
  type AuditPlace,
} from './audit-log.ts';
import { copyCheckpoint } from './checkpoint-copies.ts';
import { latestCheckpoint } from './checkpoint-files.ts';
import { ED25519_KEYS, type KeyKind } from './key-kind.ts';
import type { LogSettings } from './log-settings.ts';
import { LogWriter } from './log-writer.ts';
import { prune, type Pruned } from './prune.ts';
import { segmentsIn } from './segments.ts';
import { underLock } from './under-lock.ts';

/** The log as its own account keeps it. */
export interface OwnAuditLog extends AuditLog {
  /** Signs how far the log goes, now. The note of C2SP's tlog-checkpoint. */
  checkpoint(event: Stated): Promise<string>;
  /** From now on another key signs: this one (PEM), or a new one. Its vkey. */
  rotateKey(event: Stated, pem?: string): Promise<string>;
  /** Removes what is older than so many days, and was shipped where it has to be. */
  prune(event: Stated, days: number): Promise<Pruned | undefined>;
  /** What the log said of itself meanwhile, and no entry told. */
  notices(): readonly AuditNotice[];
  /** Closes files. */
  close(): void;
}

export interface OpenOptions {
  readonly folder: string;
  readonly settings: LogSettings;
  /** How long a segment becomes, in bytes. */
  readonly segmentBytes?: number;
  /** The first line that was not shipped, which is not pruned; absent where nothing has to be shipped. */
  readonly unshipped?: () => number;
}

/** Longer than a month without a line: a holiday, or a clock that was set. */
const JUMP_MS = 45 * 86_400_000;

/** The log in this folder, made with its first event. Throws AuditFault where its algorithm is not to be had here. */
export async function openAuditLog(options: OpenOptions): Promise<OwnAuditLog> {
  const { folder, settings } = options;
  const kind = await keyKindOf(folder, settings);
  const writer = new LogWriter({ ...options, kind });
  let copied = latestSize(folder);
  const done = async <T>(deed: () => T): Promise<T> => {
    const answer = await inAudit(folder, () => underLock(folder, deed));
    const { size, note } = latestOrNone(folder) ?? {};
    if (size !== undefined && note !== undefined && size !== copied) {
      copied = size;
      await copyCheckpoint(folder, size, note, settings.checkpoints);
    }
    return answer;
  };
  const pruneNow = (event: Stated, days: number): Pruned | undefined => {
    const keepFrom = options.unshipped?.();
    return prune(writer, event, { days, ...(keepFrom === undefined ? {} : { keepFrom }) });
  };
  /** What is in the log is in the log: what cannot be pruned now is pruned with the next segment. */
  const pruneByAge = (event: Stated, before: number | undefined): void => {
    const { keepDays } = settings;
    // A clock that jumped ahead would make all of the log old.
    if (keepDays === undefined || event.time - (before ?? event.time) > JUMP_MS) return;
    try {
      pruneNow(event, keepDays);
    } catch {
      return;
    }
  };
  return {
    append: (event: AuditEvent, how?: AppendOptions): Promise<AuditPlace> =>
      done(() => {
        const before = segmentsIn(folder).length;
        const { time } = writer;
        const place = writer.append(event, how ?? {});
        if (segmentsIn(folder).length > before) pruneByAge(event, time);
        return place;
      }),
    checkpoint: (event) =>
      done(() => {
        writer.ready(event);
        return writer.checkpoint();
      }),
    rotateKey: (event, pem = kind.make()) => done(() => writer.rotateKey(event, pem)),
    prune: (event, days) => done(() => pruneNow(event, days)),
    notices: () => writer.takeNotices(),
    close: () => writer.close(),
  };
}

async function keyKindOf(folder: string, { algorithm }: LogSettings): Promise<KeyKind> {
  if (algorithm !== 'sm3+sm2') return ED25519_KEYS;
  const { sm2Keys } = await import('./sm2-keys.ts');
  const kind = await sm2Keys();
  if (kind) return kind;
  throw auditFault(
    folder,
    'no-algorithm',
    'the policy wants SM2 with SM3, which is not to be had here',
  );
}

const latestSize = (folder: string): number | undefined => latestOrNone(folder)?.size;

function latestOrNone(folder: string): ReturnType<typeof latestCheckpoint> {
  try {
    return latestCheckpoint(folder);
  } catch {
    return undefined;
  }
}

/** A fault of the system as one of the log. */
async function inAudit<T>(folder: string, deed: () => Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    throw error instanceof AuditFault ? error : new AuditFault(folder, error);
  }
}
