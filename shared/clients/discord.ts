import type { CatalogueClient, Edition } from '../core/client.ts';
import {
  electronFiles,
  electronHelpers,
  electronLock,
  electronNever,
  electronSettings,
} from './electron.ts';
import {
  applications,
  below,
  besideAppImages,
  data,
  fact,
  files,
  flatpakHome,
  own,
  programs,
  sandboxed,
  snapHomes,
  SURVEYED,
} from './facts.ts';

const BLEACHBIT = fact('high', 'BleachBit cleaners/discord.xml');
const FLATHUB = fact('high', 'flathub/com.discordapp.Discord discord.sh');
const PLACES = fact('medium', 'Discord installer, snap and distribution packages');
const SNAP = fact('medium', 'snapcrafters/discord#17 #114');
const BUILDS = ['discordptb', 'discordcanary'];
const FLATPAK = 'com.discordapp.Discord';
const FLATPAK_DATA = `${flatpakHome(FLATPAK)}/config/discord`;
const QUIT = ['Quit Discord', '退出 Discord'];

const common = {
  closeQuits: false,
  windowClasses: [],
  files: [
    ...electronFiles(BLEACHBIT, '{discord}'),
    ...files(
      're-download',
      fact('medium', 'Winapp2 v260730 [Discord *]'),
      '{discord}/VideoDecodeStats/**',
      '{discord}/module_data/crashlogs/**',
    ),
  ],
  settings: electronSettings('{discord}'),
  never: electronNever('{discord}'),
  notes: [],
  sources: ['BleachBit cleaners/discord.xml', 'flathub/com.discordapp.Discord'],
} as const;

const windows: Edition = {
  ...common,
  id: 'windows',
  platform: 'windows',
  roots: own(
    programs(
      PLACES,
      '{localAppData}/Discord/app-*/Discord.exe',
      '{localAppData}/DiscordPTB/app-*/DiscordPTB.exe',
      '{localAppData}/DiscordCanary/app-*/DiscordCanary.exe',
    ),
  ),
  helpers: programs(
    PLACES,
    ...below(['{localAppData}'], 'Discord/Update.exe', 'DiscordPTB/Update.exe'),
    '{localAppData}/DiscordCanary/Update.exe',
  ),
  tray: { ids: [], quitLabels: QUIT },
  bundleIds: [],
  data: [
    ...below(['{appData}'], 'discord', ...BUILDS).map((path) => data(BLEACHBIT, 'discord', path)),
    ...below(['{localAppData}'], 'Discord', 'DiscordPTB', 'DiscordCanary').map((path) =>
      data(SURVEYED, 'Discord program', path),
    ),
  ],
  files: [
    ...common.files,
    ...files(
      're-download',
      SURVEYED,
      ...below(['{Discord program}'], '*.log', 'packages/*.nupkg'),
      // The one beside it in the same folder is shared by all that Squirrel installs.
      ...below(['{Discord program}'], 'SquirrelTemp/**', 'packages/SquirrelTemp/**'),
    ),
  ],
};

const MAC = applications('Discord', 'Discord PTB', 'Discord Canary');

const macos: Edition = {
  ...common,
  id: 'macos',
  platform: 'macos',
  roots: own(
    programs(
      BLEACHBIT,
      ...below(
        MAC,
        'Contents/MacOS/Discord',
        'Contents/MacOS/Discord PTB',
        'Contents/MacOS/Discord Canary',
      ),
    ),
  ),
  helpers: [
    ...electronHelpers(BLEACHBIT, MAC, 'Discord'),
    ...electronHelpers(BLEACHBIT, MAC, 'Discord PTB'),
    ...electronHelpers(BLEACHBIT, MAC, 'Discord Canary'),
  ],
  tray: { ids: [], quitLabels: [] },
  bundleIds: ['com.hnc.Discord'],
  data: below(['{home}/Library/Application Support'], 'discord', ...BUILDS).map((path) =>
    data(BLEACHBIT, 'discord', path),
  ),
};

const linux: Edition = {
  ...common,
  id: 'linux',
  platform: 'linux',
  roots: own([
    ...programs(
      PLACES,
      ...below(
        ['/usr/share', '/usr/lib', '/usr/lib64', '/opt', '/snap/discord/*/usr/share'],
        'discord/Discord',
      ),
      '/usr/share/discord-ptb/DiscordPTB',
      '/usr/share/discord-canary/DiscordCanary',
      '{home}/**/Discord/Discord',
    ),
    // Newer builds unpack themselves into their own data folder.
    ...programs(FLATHUB, '{config}/discord/**/Discord'),
    ...sandboxed(FLATHUB, FLATPAK, `${FLATPAK_DATA}/**/Discord`, '/app/discord/Discord'),
  ]),
  helpers: programs(
    PLACES,
    ...below(['/usr/share/discord', '/opt/discord'], 'chrome_crashpad_handler'),
    '{config}/discord/**/chrome_crashpad_handler',
  ),
  tray: { ids: [], quitLabels: QUIT },
  bundleIds: [],
  files: [...common.files, ...electronLock('{discord}')],
  elsewhere: [
    '{home}/snap/discord',
    '{home}/snap/discord-canary',
    '{home}/snap/discord-ptb',
    ...besideAppImages('discord'),
  ],
  data: [
    data(BLEACHBIT, 'discord', '{config}/discord'),
    ...below(['{config}'], ...BUILDS).map((path) => data(PLACES, 'discord', path)),
    data(FLATHUB, 'discord', FLATPAK_DATA),
    ...below(snapHomes('discord'), '.config/discord').map((path) => data(SNAP, 'discord', path)),
  ],
};

export const discord: CatalogueClient = {
  id: 'discord',
  name: 'Discord',
  nameZh: 'Discord',
  otherNames: ['Discord app', 'dc'],
  aliases: ['discord-ptb', 'discord-canary', 'com.discordapp.Discord'],
  relatives: [
    { name: 'vesktop', source: 'Vencord/Vesktop' },
    { name: 'webcord', source: 'SpacingBat3/WebCord' },
    { name: 'legcord', source: 'Legcord/Legcord' },
    { name: 'armcord', source: 'Legcord/Legcord' },
  ],
  origin: 'catalogue',
  editions: [windows, macos, linux],
};
