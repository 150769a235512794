import type { CatalogueClient, Edition } from '../core/client.ts';
import {
  applications,
  below,
  belowRoot,
  data,
  fact,
  files,
  own,
  programs,
  storePackage,
  settings,
} from './facts.ts';

const STORE = fact('high', 'fs#68732043826; fs#53922058503; fs#21188406180');
const PROCESSES = fact(
  'medium',
  'fs#68732043826; code index: WhatsApp.Root.exe of the newer build',
);
const MOLE = fact('medium', 'tw93/Mole fs#69138019844');
const PACKAGE = storePackage('5319275A.WhatsAppDesktop');

const windows: Edition = {
  id: 'windows',
  platform: 'windows',
  roots: own(programs(PROCESSES, ...below([PACKAGE], 'WhatsApp.exe', 'WhatsApp.Root.exe'))),
  helpers: [
    // What lies in the package's own folder is its own.
    ...programs(PROCESSES, `${PACKAGE}/*.exe`),
    // Every program that shows a page runs this one.
    ...belowRoot(PROCESSES, '**/msedgewebview2.exe'),
  ],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [data(STORE, 'WhatsApp', '{localAppData}/Packages/5319275A.WhatsAppDesktop_cv1g1gvanyjgm')],
  files: [
    ...files('cache', STORE, '{WhatsApp}/TempState/**', '{WhatsApp}/AC/Temp/**'),
    ...files(
      'your-files',
      STORE,
      '{WhatsApp}/LocalState/sessions/*/transfers/????-??/**',
      '{WhatsApp}/LocalState/shared/transfers/**',
    ),
  ],
  settings: settings(STORE, '{WhatsApp}/Settings'),
  never: [
    '{WhatsApp}/LocalState/**/*.db*',
    '{WhatsApp}/LocalState/**/*.dat',
    '{WhatsApp}/Settings/**',
  ],
  notes: ['people keep documents open straight from transfers'],
  sources: ['fs#68732043826', 'fs#53922058503', 'fs#21188406180'],
};

const macos: Edition = {
  id: 'macos',
  platform: 'macos',
  roots: own(programs(MOLE, ...below(applications('WhatsApp'), 'Contents/MacOS/WhatsApp'))),
  helpers: [],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: ['net.whatsapp.WhatsApp'],
  windowClasses: [],
  data: [
    data(MOLE, 'net.whatsapp.WhatsApp', '{home}/Library/Caches/net.whatsapp.WhatsApp'),
    data(MOLE, 'group.net.whatsapp', '{home}/Library/Group Containers/group.net.whatsapp*'),
  ],
  files: files('cache', MOLE, '{net.whatsapp.WhatsApp}/**'),
  settings: settings(MOLE, '{net.whatsapp.WhatsApp}'),
  never: ['{group.net.whatsapp}/**'],
  notes: ['its group containers hold every message'],
  sources: ['tw93/Mole fs#69138019844'],
};

export const whatsapp: CatalogueClient = {
  id: 'whatsapp',
  name: 'WhatsApp',
  nameZh: 'WhatsApp',
  otherNames: ['Whats App', 'WhatsApp Desktop', 'WhatsApp Messenger'],
  origin: 'catalogue',
  editions: [windows, macos],
};
