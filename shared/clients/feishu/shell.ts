import type { Edition } from '../../core/client.ts';
import { electronHelpers } from '../electron.ts';
import {
  applications,
  below,
  common,
  data,
  fact,
  files,
  named,
  programs,
  SURVEYED,
  settings,
} from '../facts.ts';

const INDEX = fact('medium', 'fs#60708691664');
const MOLE = fact('high', 'tw93/Mole; fs#60708691664');
const surveyed = (folder: string) =>
  files(
    're-download',
    SURVEYED,
    ...below([`{${folder}}`], 'CodeCache/**', 'update/update_downloading/**'),
  );
const never = (folder: string): readonly string[] => [
  `{${folder}}/sdk_storage/*/resources/**`,
  `{${folder}}/**/*.db*`,
];

/** Feishu and Lark on Windows: one shell, two names. */
export const larkWindows = (
  name: string,
  folder: string,
  quitLabels: readonly string[],
): Edition => ({
  id: 'windows',
  platform: 'windows',
  roots: named(
    name === 'Lark' ? 'common' : 'own',
    programs(
      INDEX,
      ...below([`{localAppData}/${name}`], `${name}.exe`, `app/${name}.exe`),
      // The folder can be chosen at installation.
      `**/${name}/${name}.exe`,
      `**/${name}/app/${name}.exe`,
    ),
  ),
  helpers: [],
  tray: { ids: [], quitLabels },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [data(INDEX, folder, `{appData}/${folder}`)],
  files: [
    ...files(
      'cache',
      INDEX,
      `{${folder}}/sdk_storage/log/**`,
      `{${folder}}/aha/users/*/profile_*/Service Worker/CacheStorage/**`,
      `{${folder}}/aha/users/*/profile_*/Code Cache/**`,
    ),
    ...surveyed(folder),
  ],
  settings: [],
  never: never(folder),
  notes: ['the labels of its tray menu are not confirmed (low)'],
  sources: ['fs#60708691664'],
});

const RECORDED = fact(
  'high',
  'Homebrew casks feishu and lark; two public process lists: fs#58263950688, fs#58067499570',
);

/** Feishu and Lark on macOS. The official Feishu is in `Lark.app` or 飞书.app, and Lark in `LarkSuite.app`. */
export const larkMacos = (
  name: 'Feishu' | 'Lark',
  folder: string,
  bundleIds: readonly string[],
): Edition => ({
  id: 'macos',
  platform: 'macos',
  roots: [
    ...named(
      name === 'Lark' ? 'common' : 'own',
      programs(
        RECORDED,
        ...below(
          name === 'Lark' ? applications('LarkSuite', 'Lark') : applications('Feishu', '飞书'),
          `Contents/MacOS/${name}`,
        ),
      ),
    ),
    ...common(
      name === 'Lark'
        ? []
        : programs(RECORDED, ...below(applications('Lark'), 'Contents/MacOS/Feishu')),
    ),
  ],
  // Both call them so.
  helpers: electronHelpers(RECORDED, applications('Lark'), 'Lark'),
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds,
  windowClasses: [],
  data: [
    data(MOLE, folder, `{home}/Library/Application Support/${folder}`),
    data(MOLE, 'Caches', `{home}/Library/Caches/${folder}`),
    ...(name === 'Feishu'
      ? [
          data(
            fact('medium', 'Feishu of the App Store: com.bytedance.macos.feishu'),
            folder,
            `{home}/Library/Containers/com.bytedance.macos.feishu/Data/Library/Application Support/${folder}`,
          ),
        ]
      : []),
  ],
  files: [
    ...files(
      'cache',
      MOLE,
      '{Caches}/**',
      `{${folder}}/sdk_storage/log/**`,
      `{${folder}}/aha/users/*/profile_explorer/Service Worker/CacheStorage/**`,
      `{${folder}}/iron/**/profile_main/Service Worker/CacheStorage/**`,
    ),
    ...surveyed(folder),
  ],
  settings: settings(MOLE, '{Caches}'),
  never: never(folder),
  notes: [],
  sources: ['tw93/Mole', 'fs#60708691664'],
});
