import type { Platform } from '../../../shared/core/model.ts';
import { electron, profile } from './chromium.ts';
import {
  awkward,
  cache,
  database,
  kept,
  reDownload,
  strays,
  yourFiles,
  type Leaves,
} from './leaf.ts';

type Trees = Readonly<Record<Platform, Leaves>>;

const slackAt = (folder: string, platform: Platform): Leaves => [
  ...electron(folder, platform),
  ...kept(
    `${folder}/storage`,
    'root-state.json',
    'slack-workspaces',
    'Cache/data_0',
    'logs/a.log',
    ...awkward(platform),
  ),
  ...kept(folder, 'local-settings.json', 'SharedStorage'),
];

export const slack: Trees = {
  windows: [
    ...slackAt('{appData}/Slack', 'windows'),
    ...kept('{localAppData}/Packages/com.tinyspeck.slackdesktop_8yrtsj140pw4g', 'Cache/data_0'),
  ],
  macos: [
    ...slackAt('{home}/Library/Application Support/Slack', 'macos'),
    ...kept('{home}/Library/Caches/com.tinyspeck.slackmacgap', 'Cache.db', 'a.tmp'),
  ],
  linux: [
    ...slackAt('{config}/Slack', 'linux'),
    ...slackAt('{home}/.var/app/com.slack.Slack/config/Slack', 'linux'),
    ...['current', 'common'].flatMap((revision) =>
      slackAt(`{home}/snap/slack/${revision}/.config/Slack`, 'linux'),
    ),
    ...kept('{config}/slack', 'Cache/data_0'),
    ...kept('{home}/Downloads', 'Cache/data_0', 'report.pdf'),
  ],
};

const discordAt = (folder: string, platform: Platform): Leaves => [
  ...electron(folder, platform),
  ...reDownload(folder, 'VideoDecodeStats/000003.log', 'module_data/crashlogs/a.log'),
  ...kept(folder, '0.0.130/modules/discord_voice/index.js', '0.0.130/modules/Cache/a', 'quotes'),
];

export const discord: Trees = {
  windows: [
    ...discordAt('{appData}/discord', 'windows'),
    ...discordAt('{appData}/discordptb', 'windows'),
    ...discordAt('{appData}/discordcanary', 'windows'),
    ...['Discord', 'DiscordPTB', 'DiscordCanary'].flatMap((name) => [
      ...reDownload(
        `{localAppData}/${name}`,
        ...['SquirrelSetup.log', 'packages/Discord-1.0.9-full.nupkg'],
        ...['SquirrelTemp/a', 'packages/SquirrelTemp/a.tmp'],
      ),
      ...strays(`{localAppData}/${name}/SquirrelTemp`),
      ...kept(
        `{localAppData}/${name}`,
        ...['app-1.0.9/Discord.exe', 'app-1.0.9/a.log', 'Update.exe', 'packages/RELEASES'],
      ),
    ]),
    ...kept('{localAppData}/SquirrelTemp', 'a.nupkg', 'Discord.log'),
  ],
  macos: [
    ...discordAt('{home}/Library/Application Support/discord', 'macos'),
    ...discordAt('{home}/Library/Application Support/discordptb', 'macos'),
    ...discordAt('{home}/Library/Application Support/discordcanary', 'macos'),
  ],
  linux: [
    ...discordAt('{config}/discord', 'linux'),
    ...discordAt('{home}/.var/app/com.discordapp.Discord/config/discord', 'linux'),
    ...kept('{config}/Discord', 'Cache/Cache_Data/data_0'),
    ...discordAt('{config}/discordptb', 'linux'),
    ...discordAt('{config}/discordcanary', 'linux'),
    ...['current', 'common'].flatMap((revision) =>
      discordAt(`{home}/snap/discord/${revision}/.config/discord`, 'linux'),
    ),
  ],
};

const CLASSIC = '{appData}/Microsoft/Teams';
const NEW = '{localAppData}/Packages/MSTeams_8wekyb3d8bbwe/LocalCache/Microsoft/MSTeams';

export const teamsWindows: Leaves = [
  ...electron(CLASSIC, 'windows'),
  ...kept(`${CLASSIC}/Backgrounds`, 'Uploads/我的 office.jpg', 'Cache/a.jpg'),
  ...kept(CLASSIC, 'desktop-config.json', 'storage.json', 'my logs.txt'),
  ...reDownload(CLASSIC, 'logs.txt', 'media-stack/a.blog', 'tmp/a.tmp'),
  ...strays(`${CLASSIC}/tmp`),
  ...['WV2Profile_tfw', 'WV2Profile_tfl'].flatMap((name) => [
    ...profile(`${NEW}/EBWebView/${name}`),
    ...cache(`${NEW}/EBWebView/${name}/Cache/Cache_Data`, ...awkward('windows')),
    ...strays(`${NEW}/EBWebView/${name}/Code Cache`),
  ]),
  ...cache(`${NEW}/Logs`, 'MSTeams_2026-11-22.log', 'deep/a.log'),
  ...strays(`${NEW}/Logs`),
  // Pictures that a person uploaded.
  ...yourFiles(`${NEW}/Backgrounds`, 'Uploads/0a1b.jpeg', 'Uploads/0a1b_thumb.jpeg'),
  ...yourFiles(`${NEW}/Backgrounds/Uploads`, ...awkward('windows')),
  ...kept(NEW, 'app_settings.json', 'EBWebView/Local State', 'tfw_settings.json', 'Cache/data_0'),
  ...kept('{localAppData}/Packages/MSTeams_8wekyb3d8bbwe', 'Settings/settings.dat', 'TempState/a'),
];

const MAC_CACHES = '{home}/Library/Caches/com.microsoft.teams2';

export const teamsMacos: Leaves = [
  ...cache(MAC_CACHES, 'fsCachedData/0A1B', 'a.tmp', ...awkward('macos')),
  ...kept(MAC_CACHES, ...database('Cache.db')),
  ...strays(MAC_CACHES),
  ...kept(
    '{home}/Library/Containers/com.microsoft.teams2/Data/Library/Application Support/Microsoft/MSTeams',
    'app_settings.json',
    'Backgrounds/Uploads/a.jpg',
    'EBWebView/WV2Profile_tfw/Cache/data_0',
    'EBWebView/WV2Profile_tfw/Cookies',
    'Logs/a.log',
  ),
];
