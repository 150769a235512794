import type { ResetRecord } from '../machine/port/resets.ts';
import { bringBack, previewResetBack, type ResetBack } from './bring-back.ts';
import type { RequestUi } from './context.ts';
import { contextsOf, type EngineOptions } from './engine.ts';
import { previewBack, putBack, type InTrashOf, type PutBack } from './put-back.ts';

export type { ResetBack } from './bring-back.ts';

/** What purges and resets took away and how it comes back; a file of its own, because Raycast asks for none of it. */
export interface Restores {
  /** What would be put back of what purges moved into the trash, and why it would be refused. Throws PolicyFault. */
  previewBack(ones: readonly InTrashOf[]): Promise<readonly (PutBack | undefined)[]>;
  /** Puts back what one purge moved into the trash, and keeps the receipt. Throws PolicyFault. */
  putBack(one: InTrashOf, ui?: RequestUi): Promise<PutBack>;
  /** What was set aside and is kept by a record, newest first; without a look at any client. */
  resets(): readonly ResetRecord[];
  /** What would come back of what was set aside, and why it would be refused. Throws PolicyFault. */
  previewResetBack(records: readonly ResetRecord[]): Promise<readonly ResetBack[]>;
  /** Brings back what was set aside, setting newer data aside first; keeps the receipt. Throws PolicyFault. */
  bringBack(record: ResetRecord, ui?: RequestUi): Promise<ResetBack>;
}

/** The way back of one computer and one surface. */
export function openRestores(options: EngineOptions): Restores {
  const { running } = contextsOf(options);
  return {
    previewBack: async (ones) => previewBack(await running({}, 'restore'), ones),
    putBack: async (one, ui = {}) =>
      putBack(await running(ui, 'restore', { kind: 'purge', client: one.client }), one),
    resets: () => options.machine.files.resets?.records() ?? [],
    previewResetBack: async (records) => previewResetBack(await running({}, 'restore'), records),
    bringBack: async (record, ui = {}) =>
      bringBack(await running(ui, 'restore', { kind: 'reset', client: record.client }), record),
  };
}
