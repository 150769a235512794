import type { Why } from '../../core/known.ts';
import type { UsedMethod } from '../../core/model.ts';
import { reason, type ReasonWords } from '../reason.ts';

/** Why a fact could not be seen. A `not-understood` stands for itself. */
const unseen = {
  denied: reason('access denied'),
  failed: reason('could not be checked'),
  timeout: reason('no answer in time'),
  unsupported: reason('not visible on this system'),
  'not-looked': reason('not checked'),
  'too-many': reason('too many files for a quick count'),
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

/** How a step ended. */
const steps = {
  'not-a-file': reason('not a plain file'),
  'menu-not-understood': (entries = '') =>
    entries === ''
      ? 'its menu has no usable entry'
      : `its menu has no known quit entry: ${entries}`,
  'started-meanwhile': reason('started during the exit, left alone'),
  'set-aside': (count = '') => (count === '1' ? '1 thing' : `${count} things`),
  'to-trash': (count = '') => `${count} files to the trash`,
  'for-good': (count = '') => `${count} files, permanently`,
  'root-still-there': reason('the main process is still running'),
  'still-there': reason('still running'),
  'nobody-asked': reason('no process could be asked'),
  'two-observers': (seen = '') =>
    seen === '' ? 'two checks disagree' : `the second check still sees ${seen}`,
  'may-restart': (supervisor = '') => `${supervisor} is still running and can restart it`,
  respawned: reason('started again'),
  blind: reason('cannot be checked'),
  cancelled: reason('interrupted'),
  declined: reason('declined'),
  'force-not-allowed': reason('the policy does not allow force'),
  'unknown-place': reason('at an unknown path'),
};

/** By what a client was asked; of a menu with what its entry is called. */
export const methods = {
  'tray-menu': (entry = '') => (entry === '' ? 'tray menu' : `tray menu “${entry}”`),
  window: () => 'closed its window',
  signal: () => 'SIGTERM',
  terminate: () => 'macOS quit request',
  'apple-event': () => 'Apple event',
  'session-end': () => 'Windows shutdown request',
} satisfies Record<UsedMethod, (entry?: string) => string>;

/** Why something is not known or was not done, by its code: a function of the detail. */
export const reasons = { ...unseen, ...errno, ...steps };
