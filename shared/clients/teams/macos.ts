import type { Edition } from '../../core/client.ts';
import {
  applications,
  below,
  common,
  data,
  fact,
  files,
  own,
  programs,
  settings,
} from '../facts.ts';

const MOLE = fact('medium', 'tw93/Mole fs#69138019844');
const BUNDLES = applications('Microsoft Teams', 'Microsoft Teams (work or school)');

export const teamsMacos: Edition = {
  id: 'macos',
  platform: 'macos',
  roots: [
    ...own(programs(MOLE, ...below(BUNDLES, 'Contents/MacOS/MSTeams'))),
    ...common(
      programs(
        MOLE,
        ...below(
          applications('Microsoft Teams classic', 'Microsoft Teams'),
          'Contents/MacOS/Teams',
        ),
      ),
    ),
  ],
  helpers: [
    ...programs(
      MOLE,
      ...below(
        BUNDLES,
        'Contents/**/com.microsoft.teams.TeamsUpdaterDaemon',
        'Contents/**/TeamsUpdaterDaemon',
      ),
    ),
    ...programs(
      fact('medium', 'Installomator microsoftteams: processes that block'),
      ...below(BUNDLES, 'Contents/**/Microsoft Teams WebView*'),
    ),
  ],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: ['com.microsoft.teams2', 'com.microsoft.teams'],
  windowClasses: [],
  data: [data(MOLE, 'com.microsoft.teams2', '{home}/Library/Caches/com.microsoft.teams2')],
  files: files('cache', MOLE, '{com.microsoft.teams2}/**'),
  settings: settings(MOLE, '{com.microsoft.teams2}'),
  never: [],
  notes: ['its updater is a daemon of the system and stays'],
  sources: ['tw93/Mole fs#69138019844'],
};
