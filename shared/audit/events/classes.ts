import type { Activity } from '../event.ts';
import type { ReceiptKind } from '../../core/receipt.ts';

/** A class and an activity, and what it is about. */
export interface EventClass extends Activity {
  /** The member that says what was acted on. */
  readonly about: 'app' | 'process' | 'file';
}

const APPLICATION = { category_uid: 6, category_name: 'Application Activity' } as const;
const SYSTEM = { category_uid: 1, category_name: 'System Activity' } as const;

const lifecycle = (activity_id: number, activity_name: string): EventClass => ({
  ...{ ...APPLICATION, class_uid: 6002, class_name: 'Application Lifecycle' },
  ...{ activity_id, activity_name, about: 'app' },
});

const file = (activity_id: number, activity_name: string): EventClass => ({
  ...{ ...SYSTEM, class_uid: 1001, class_name: 'File System Activity' },
  ...{ activity_id, activity_name, about: 'file' },
});

/** By what was asked for (https://schema.ocsf.io/1.8.0): a request of a new kind without a row does not compile. */
export const CLASSES: Readonly<Record<ReceiptKind, EventClass>> = {
  exit: lifecycle(4, 'Stop'),
  hide: lifecycle(99, 'Hide'),
  force: {
    ...{ ...SYSTEM, class_uid: 1007, class_name: 'Process Activity' },
    ...{ activity_id: 2, activity_name: 'Terminate', about: 'process' },
  },
  purge: file(4, 'Delete'),
  wipe: file(4, 'Delete'),
  reset: file(5, 'Rename'),
  restore: file(5, 'Rename'),
};
