import type { Why } from '../../core/known.ts';
import type { UsedMethod } from '../../core/model.ts';
import { reason, type ReasonWords } from '../reason.ts';

/** Why a fact could not be seen. A `not-understood` stands for itself. */
const unseen = {
  denied: reason('not allowed'),
  failed: reason('could not be looked at'),
  timeout: reason('no answer in time'),
  unsupported: reason('not visible on this system'),
  'not-looked': reason('not looked at'),
  'too-many': reason('more files than a quick look counts'),
} satisfies Record<Exclude<Why['code'], 'not-understood' | 'two-observers'>, ReasonWords>;

/** What a disk or a folder answers. */
const errno = {
  ENOSPC: reason('no space left on device'),
  EDQUOT: reason('disk quota exceeded'),
  EACCES: reason('permission denied'),
  EPERM: reason('operation not permitted'),
  EROFS: reason('read-only file system'),
  ENOTDIR: reason('not a directory'),
  ENOENT: reason('no such file or directory'),
  EISDIR: reason('is a directory'),
  EEXIST: reason('file already exists'),
  ELOOP: reason('too many symbolic links encountered'),
  EIO: reason('i/o error'),
};

/** What a step came to. */
const steps = {
  'not-a-file': reason('not a plain file'),
  'menu-not-understood': (entries = '') =>
    entries === ''
      ? 'its menu has no entry that can be used'
      : `no entry of its menu is known to quit it: ${entries}`,
  'started-meanwhile': reason('started meanwhile, left alone'),
  'to-trash': (count = '') => `${count} files to the trash`,
  'for-good': (count = '') => `${count} files for good`,
  'root-still-there': reason('the root is still there'),
  'still-there': reason('still there'),
  'nobody-asked': reason('nobody could be asked'),
  'two-observers': (seen = '') =>
    seen === '' ? 'two observers disagree' : `the second observer still sees ${seen}`,
  'may-restart': (supervisor = '') => `${supervisor} still runs and can start it again`,
  respawned: reason('came back'),
  blind: reason('cannot see'),
  cancelled: reason('interrupted'),
  declined: reason('not agreed to'),
  'force-not-allowed': reason('the policy does not allow force'),
  'unknown-place': reason('at a place that Clean Exit does not know'),
};

/** By what a client was asked; of a menu with what its entry is called. */
export const methods = {
  'tray-menu': (entry = '') => (entry === '' ? 'tray menu' : `tray menu “${entry}”`),
  window: () => 'closing its window',
  signal: () => 'polite signal',
  terminate: () => 'quit request of macOS',
  'apple-event': () => 'Apple event',
  'session-end': () => 'end of session, as Windows asks',
} satisfies Record<UsedMethod, (entry?: string) => string>;

/** Why something is not known or was not done, by its code: a function of the detail. */
export const reasons = { ...unseen, ...errno, ...steps };
