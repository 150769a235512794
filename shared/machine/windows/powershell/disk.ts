import { map, unknown, type Known } from '../../../core/known.ts';
import type { Disk, TrashFiles } from '../../files/disk.ts';
import { movedDocuments } from '../documents.ts';
import { toBin } from './bin.ts';
import { answersAt, flagAt, textAt } from './shape.ts';
import { question, START_MS, type Starter } from './starter.ts';

/** Files at one start. */
const BATCH = 200;

const HIVES: Readonly<Record<string, string>> = {
  HKCU: 'HKEY_CURRENT_USER',
  HKLM: 'HKEY_LOCAL_MACHINE',
};

/**
 * The disk of Windows by PowerShell. Windows itself keeps a file that is open from being removed and says so
 * (EBUSY), so nobody is looked for; volumes in a folder are reparse points, which show as links.
 */
export const powershellDisk = (starter: Starter, own?: TrashFiles): Disk => ({
  mounts: () => new Set(),
  batch: BATCH,
  trash: (things) => toBin(starter, things, own),
  registry: (key, value) => valueOf(starter, key, value),
  documents: () => movedDocuments((key, value) => valueOf(starter, key, value)),
});

async function valueOf(
  starter: Starter,
  key: string,
  value: string,
): Promise<Known<string | undefined>> {
  const [hive = '', ...rest] = key.split('\\');
  const root = HIVES[hive];
  if (root === undefined) return unknown('unsupported', `registry: ${hive}`);
  const values = [{ key: [root, ...rest].join('\\'), value }];
  const found = await question(starter, {
    ...{ verb: 'registry', values, ms: START_MS },
    read: (answer) =>
      answersAt(answer, 'results', 1, (one) => ({
        found: flagAt(one, 'found'),
        text: textAt(one, 'value'),
      })),
  });
  return map(found, ([one]) => (one?.found ? one.text : undefined));
}
