import type { Edition } from '../../core/client.ts';
import { below, data, fact, files, flatpakHome, programs, sandboxed } from '../facts.ts';

const FLATHUB = fact(
  'high',
  'flathub/cn.feishu.Feishu: opt/bytedance/feishu of the official package',
);
const DATA = fact('medium', 'flathub/cn.feishu.Feishu');
const FLATPAK = 'cn.feishu.Feishu';
/** Newer builds start their program from `vulcan`. */
const ROOTS = ['feishu', 'bytedance-feishu', 'vulcan/vulcan', 'vulcan/vulcan-original'];

export const feishuLinux: Edition = {
  id: 'linux',
  platform: 'linux',
  roots: [
    ...programs(FLATHUB, ...below(['/opt/bytedance/feishu'], ...ROOTS)),
    ...sandboxed(FLATHUB, FLATPAK, ...below(['/app/extra/feishu'], ...ROOTS)),
  ],
  helpers: [],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [
    data(DATA, 'LarkShell', '{config}/LarkShell'),
    data(DATA, 'LarkShell', `${flatpakHome(FLATPAK)}/config/LarkShell`),
  ],
  files: files('cache', DATA, '{LarkShell}/sdk_storage/log/**'),
  never: ['{LarkShell}/**/*.db*', '{LarkShell}/sdk_storage/*/resources/**'],
  notes: [],
  sources: ['flathub/cn.feishu.Feishu', 'TD-Sky/PKGBUILDs feishu-portable'],
};
