import type { CatalogueClient } from '../core/client.ts';
import { teamsClassic } from './teams/classic.ts';
import { teamsMacos } from './teams/macos.ts';
import { teamsWindows } from './teams/windows.ts';

export const teams: CatalogueClient = {
  id: 'teams',
  name: 'Microsoft Teams',
  nameZh: 'Microsoft Teams',
  otherNames: ['MS Teams', 'teams classic', 'new teams', '微软Teams'],
  shortName: 'Teams',
  aliases: ['MSTeams', 'ms-teams', 'Microsoft Teams'],
  relatives: [{ name: 'teams-for-linux', source: 'IsmaelMartinez/teams-for-linux' }],
  origin: 'catalogue',
  editions: [teamsWindows, teamsClassic, teamsMacos],
};
