import type { Edition } from '../../core/client.ts';
import { chromiumCaches, electronNever, electronSettings } from '../electron.ts';
import { belowRoot, data, fact, files, own, programs, storePackage, settings } from '../facts.ts';

const PROCESSES = fact('high', 'fs#55430020325; fs#68809642760; fs#7852743515');
const DATA = fact('medium', 'fs#55430020325; fs#34061375901');
const PACKAGE = storePackage('MSTeams');

export const teamsWindows: Edition = {
  id: 'windows',
  platform: 'windows',
  roots: own(programs(PROCESSES, `${PACKAGE}/ms-teams.exe`)),
  helpers: [
    // What lies in the package's own folder is its own.
    ...programs(PROCESSES, `${PACKAGE}/*.exe`),
    // Every program that shows a page runs this one.
    ...belowRoot(PROCESSES, '**/msedgewebview2.exe'),
  ],
  tray: { ids: [], quitLabels: ['Quit', '退出'] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [
    data(
      DATA,
      'MSTeams',
      '{localAppData}/Packages/MSTeams_8wekyb3d8bbwe/LocalCache/Microsoft/MSTeams',
    ),
  ],
  files: [
    ...files('cache', DATA, '{MSTeams}/Logs/**', ...chromiumCaches('{MSTeams}/EBWebView/*')),
    ...files('your-files', DATA, '{MSTeams}/Backgrounds/**'),
  ],
  settings: [
    ...settings(DATA, '{MSTeams}/app_settings.json'),
    ...electronSettings('{MSTeams}/EBWebView/*'),
  ],
  never: ['{MSTeams}/app_settings.json', ...electronNever('{MSTeams}/EBWebView/*')],
  notes: ['recipes that remove all of LocalCache lose the pictures in Backgrounds'],
  sources: ['fs#55430020325', 'fs#34061375901', 'fs#68809642760', 'fs#7852743515'],
};
