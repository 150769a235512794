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
  common,
  data,
  fact,
  flatpakHome,
  programs,
  sandboxed,
  snapHomes,
  storePackage,
  settings,
} from './facts.ts';

const BLEACHBIT = fact('high', 'BleachBit cleaners/slack.xml');
const PLACES = fact('medium', 'Slack installer, MSI, snap and distribution packages');
const SNAP = fact('medium', 'NixOS/nixpkgs#58273: ~/snap/slack');
const FLATPAK = 'com.slack.Slack';

const everywhere = {
  closeQuits: false,
  windowClasses: [],
  files: electronFiles(BLEACHBIT, '{Slack}'),
  settings: [...electronSettings('{Slack}'), ...settings(BLEACHBIT, '{Slack}/storage')],
  never: [...electronNever('{Slack}'), '{Slack}/storage/**'],
  sources: ['BleachBit cleaners/slack.xml'],
} as const;

const windows: Edition = {
  ...everywhere,
  id: 'windows',
  platform: 'windows',
  roots: common(
    programs(
      PLACES,
      '{localAppData}/slack/app-*/slack.exe',
      '{localAppData}/slack/slack.exe',
      '{programFiles}/Slack/slack.exe',
      `${storePackage('com.tinyspeck.slackdesktop')}/**/slack.exe`,
    ),
  ),
  helpers: [],
  makers: [
    {
      name: 'Slack Technologies',
      source: 'winget-pkgs SlackTechnologies.Slack (publisher), medium',
    },
  ],
  tray: { ids: [], quitLabels: ['Quit', 'Quit Slack'] },
  bundleIds: [],
  data: [data(BLEACHBIT, 'Slack', '{appData}/Slack')],
  notes: ['the Store package keeps its files elsewhere: they are not looked at'],
};

const macos: Edition = {
  ...everywhere,
  id: 'macos',
  platform: 'macos',
  roots: common(programs(BLEACHBIT, ...below(applications('Slack'), 'Contents/MacOS/Slack'))),
  helpers: electronHelpers(BLEACHBIT, applications('Slack'), 'Slack'),
  tray: { ids: [], quitLabels: [] },
  bundleIds: ['com.tinyspeck.slackmacgap'],
  data: [data(BLEACHBIT, 'Slack', '{home}/Library/Application Support/Slack')],
  notes: [],
};

const linux: Edition = {
  ...everywhere,
  // StartupWMClass of its own slack.desktop.
  windowClasses: ['Slack'],
  id: 'linux',
  platform: 'linux',
  roots: common([
    ...programs(BLEACHBIT, '/usr/lib/slack/slack', '/usr/lib64/slack/slack'),
    ...programs(PLACES, '/opt/slack/slack', '/snap/slack/*/usr/lib/slack/slack'),
    ...sandboxed(
      fact('high', 'flathub/com.slack.Slack'),
      FLATPAK,
      '/app/extra/slack',
      '/app/extra/bin/slack',
    ),
  ]),
  helpers: programs(
    PLACES,
    '/usr/lib/slack/chrome_crashpad_handler',
    '/snap/slack/*/usr/lib/slack/chrome_crashpad_handler',
  ),
  tray: { ids: [], quitLabels: ['Quit', 'Quit Slack'] },
  files: [...everywhere.files, ...electronLock('{Slack}')],
  bundleIds: [],
  elsewhere: ['{home}/snap/slack', ...besideAppImages('Slack')],
  data: [
    data(BLEACHBIT, 'Slack', '{config}/Slack'),
    data(fact('high', 'flathub/com.slack.Slack'), 'Slack', `${flatpakHome(FLATPAK)}/config/Slack`),
    ...below(snapHomes('slack'), '.config/Slack').map((path) => data(SNAP, 'Slack', path)),
  ],
  notes: [
    'its icon has a name that every Electron program has: only its process tells whose it is',
  ],
};

export const slack: CatalogueClient = {
  id: 'slack',
  name: 'Slack',
  nameZh: 'Slack',
  otherNames: ['Slack app'],
  aliases: ['slack-desktop', 'com.slack.Slack'],
  origin: 'catalogue',
  editions: [windows, macos, linux],
};
