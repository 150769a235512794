import { randomUUID } from 'node:crypto';
import type { AuditEvent } from './event.ts';

/** What the log says of itself. Hexadecimal hashes; keys as vkeys of C2SP's signed-note. */
export type Statement =
  /** The first line: the key that signs, and the name of the log in its checkpoints. */
  | { readonly statement: 'began'; readonly key: string; readonly origin: string }
  /** Signed by the old key; every later line is signed by the new one. */
  | { readonly statement: 'key-rotated'; readonly old: string; readonly new: string }
  /** The old key is lost: signed by the new one. */
  | { readonly statement: 'key-replaced'; readonly new: string }
  /** The lines before `first` may be gone: what is needed to go on without them. */
  | {
      readonly statement: 'pruned';
      readonly first: number;
      /** The fingerprint of the line before `first`. */
      readonly previous: string;
      /** The complete subtrees of the first `first` lines, the largest first. */
      readonly hashes: readonly string[];
      /** The root of the tree over them. */
      readonly root: string;
      /** The vkey that signs, since the line that named it may be gone. */
      readonly key: string;
    }
  /** The tree knows of more lines than there are: those from `first` on were removed, or a crash of the system lost them. */
  | { readonly statement: 'lines-missing'; readonly first: number; readonly known: number }
  /** A line that a crash tore was set aside. */
  | {
      readonly statement: 'torn';
      readonly bytes: number;
      readonly sha256: string;
      readonly file: string;
    };

/** OCSF 1.8.0, Event Log Activity (1008): `activity_id` and its name. */
const ACTIVITY: Readonly<Record<Statement['statement'], readonly [id: number, name: string]>> = {
  began: [6, 'Start'],
  pruned: [2, 'Delete'],
  'key-rotated': [99, 'Key rotated'],
  'key-replaced': [99, 'Key replaced'],
  'lines-missing': [99, 'Lines missing'],
  torn: [99, 'Torn line set aside'],
};

/** A statement as an event, by the same program and account as this event, at its time. */
export function statementLike(event: Stated, said: Statement): AuditEvent {
  const [activity_id, activity_name] = ACTIVITY[said.statement];
  const { version, product, log_name, profiles } = event.metadata;
  return {
    metadata: { version, product, log_name, profiles, uid: randomUUID() },
    ...{ time: event.time, time_dt: event.time_dt },
    ...{ category_uid: 1, category_name: 'System Activity' },
    ...{ class_uid: 1008, class_name: 'Event Log Activity', activity_id, activity_name },
    ...{ type_uid: 100_800 + activity_id, type_name: `Event Log Activity: ${activity_name}` },
    ...{ severity_id: 1, severity: 'Informational', status_id: 1, status: 'Success' },
    ...{ actor: event.actor, device: event.device, log_name: event.metadata.log_name },
    ...{ log_type: 'Application', log_type_id: 99 },
    unmapped: { clean_exit: { phase: 'statement', ...said } },
  };
}

/** What a statement takes of another event: who, where and when. */
export type Stated = Pick<AuditEvent, 'metadata' | 'time' | 'time_dt' | 'actor' | 'device'>;
