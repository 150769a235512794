import path from 'node:path';
import { replaceWhole } from '../../files/replace-whole.ts';
import { ACTION_FILE, ACTION_FOLDER, ACTION_ID } from './polkit-action.ts';

/** Where everybody may read it, as polkitd does under a user of its own. */
const FOR_ALL = 0o644;

/** Installs the action that polkit asks a person for; answers its file. Throws the system's error. */
export function installAction(folder = ACTION_FOLDER): string {
  const file = path.join(folder, `${ACTION_ID}.policy`);
  replaceWhole(file, ACTION_FILE, FOR_ALL);
  return file;
}
