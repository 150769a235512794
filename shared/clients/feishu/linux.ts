import type { Edition } from '../../core/client.ts';
import {
  below,
  common,
  data,
  fact,
  files,
  flatpakHome,
  own,
  programs,
  sandboxed,
  SURVEYED,
} from '../facts.ts';

const FLATHUB = fact(
  'high',
  'flathub/cn.feishu.Feishu: opt/bytedance/feishu of the official package',
);
const DATA = fact('medium', 'flathub/cn.feishu.Feishu');
const FLATPAK = 'cn.feishu.Feishu';
const OWN = ['feishu', 'bytedance-feishu'];
/** Newer builds start their program from `vulcan`, which is a graphics library to everybody else. */
const COMMON = ['vulcan/vulcan', 'vulcan/vulcan-original'];

const roots = (names: readonly string[]) => [
  ...programs(FLATHUB, ...below(['/opt/bytedance/feishu'], ...names)),
  ...sandboxed(FLATHUB, FLATPAK, ...below(['/app/extra/feishu'], ...names)),
];

export const feishuLinux: Edition = {
  id: 'linux',
  platform: 'linux',
  roots: [...own(roots(OWN)), ...common(roots(COMMON))],
  helpers: [],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [
    data(DATA, 'LarkShell', '{config}/LarkShell'),
    data(DATA, 'LarkShell', `${flatpakHome(FLATPAK)}/config/LarkShell`),
  ],
  files: [
    ...files('cache', DATA, '{LarkShell}/sdk_storage/log/**'),
    ...files(
      're-download',
      SURVEYED,
      ...below(['{LarkShell}'], 'CodeCache/**', 'update/update_downloading/**'),
    ),
  ],
  settings: [],
  never: ['{LarkShell}/**/*.db*', '{LarkShell}/sdk_storage/*/resources/**'],
  notes: [],
  sources: ['flathub/cn.feishu.Feishu', 'TD-Sky/PKGBUILDs feishu-portable'],
};
