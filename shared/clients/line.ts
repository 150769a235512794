import type { CatalogueClient, Edition } from '../core/client.ts';
import { applications, below, common, data, fact, files, programs, SURVEYED } from './facts.ts';

const INDEX = fact('medium', 'Winapp2 [LINE Messenger *]; code index');
const WINAPP = fact('high', 'Winapp2 [LINE Messenger *]');
const INSTALLED = '{localAppData}/LINE/bin';

/** Programs of LINE; whether their caches lie beside its folder or in it was not seen. */
const PARTS = ['LineCall', 'LineMediaPlayer'];

const windows: Edition = {
  id: 'windows',
  platform: 'windows',
  roots: common(programs(INDEX, `${INSTALLED}/current/LINE.exe`)),
  helpers: programs(
    INDEX,
    ...below([`${INSTALLED}/**`], 'LineLauncher.exe', 'LineMediaPlayer.exe', 'LineCall.exe'),
  ),
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  makers: [
    { name: 'LINE Corp', source: 'winget-pkgs LINE.LINE (publisher), medium' },
    { name: 'LY Corp', source: 'winget-pkgs LINE.LINE (publisher since 2023), medium' },
  ],
  data: [
    data(WINAPP, 'LINE', '{localAppData}/LINE'),
    ...below(['{localAppData}'], ...PARTS).map((path) => data(SURVEYED, 'parts of LINE', path)),
  ],
  files: [
    ...files('cache', WINAPP, '{LINE}/Cache/**', '{LINE}/bin/update_log*.txt'),
    ...files('leftover', WINAPP, '{LINE}/bin/current/*_CrashLog.txt'),
    ...files(
      're-download',
      SURVEYED,
      '{parts of LINE}/Cache/**',
      ...below(['{LINE}'], ...below(PARTS, 'Cache/**')),
    ),
    ...files(
      're-download',
      WINAPP,
      '{LINE}/Data/Sticker/**',
      '{LINE}/Data/Sticon/**',
      '{LINE}/Data/advertisement/**',
    ),
  ],
  settings: [],
  never: ['{LINE}/Data/db/**', '{LINE}/Data/**/*.edb*'],
  notes: [],
  sources: ['Winapp2 [LINE Messenger *]'],
};

const macos: Edition = {
  id: 'macos',
  platform: 'macos',
  roots: common(
    programs(fact('medium', 'tw93/Mole'), ...below(applications('LINE'), 'Contents/MacOS/LINE')),
  ),
  helpers: [],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: ['jp.naver.line.mac'],
  windowClasses: [],
  data: [
    data(
      fact('low', 'tw93/Mole: layout not documented'),
      'jp.naver.line.mac',
      '{home}/Library/Containers/jp.naver.line.mac',
    ),
  ],
  files: [],
  settings: [],
  never: ['{jp.naver.line.mac}/**'],
  exitOnly: true,
  notes: ['how it keeps its files is not documented: nothing is removed'],
  sources: ['tw93/Mole'],
};

export const line: CatalogueClient = {
  id: 'line',
  name: 'LINE',
  nameZh: 'LINE',
  otherNames: ['LINE Messenger', 'LINE Desktop', '连我'],
  aliases: ['LINE'],
  origin: 'catalogue',
  editions: [windows, macos],
};
