import { map, type Known } from '../../core/known.ts';
import { slashed } from '../files/names.ts';

const FOLDERS = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';

/** The documents folder where the person, or OneDrive, has moved it; undefined where nobody did. */
export const movedDocuments = async (
  read: (key: string, value: string) => Promise<Known<string | undefined>>,
): Promise<Known<string | undefined>> =>
  map(await read(FOLDERS, 'Personal'), (moved) => (moved ? slashed(moved) : undefined));
