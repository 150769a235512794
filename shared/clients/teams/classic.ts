import type { Edition } from '../../core/client.ts';
import { electronFiles, electronNever, electronSettings } from '../electron.ts';
import { below, common, data, fact, files, programs, SURVEYED } from '../facts.ts';

const PROCESSES = fact('high', 'Winapp2 [Microsoft Teams *]');
const DATA = fact('medium', 'Winapp2 [Microsoft Teams *], which removes too much');
const INSTALLED = '{localAppData}/Microsoft/Teams';

export const teamsClassic: Edition = {
  id: 'windows-classic',
  platform: 'windows',
  roots: common(programs(PROCESSES, `${INSTALLED}/current/Teams.exe`)),
  helpers: programs(PROCESSES, `${INSTALLED}/Update.exe`),
  tray: { ids: [], quitLabels: ['Quit'] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  makers: [
    { name: 'Microsoft', source: 'winget-pkgs Microsoft.Teams.Classic (publisher), medium' },
  ],
  data: [data(DATA, 'Teams', '{appData}/Microsoft/Teams')],
  files: [
    ...electronFiles(DATA, '{Teams}'),
    ...files(
      're-download',
      SURVEYED,
      ...below(['{Teams}'], 'logs.txt', 'media-stack/**', 'tmp/**'),
    ),
  ],
  settings: electronSettings('{Teams}'),
  never: [...electronNever('{Teams}'), '{Teams}/Backgrounds/**'],
  notes: [],
  sources: ['Winapp2 [Microsoft Teams *]'],
};
