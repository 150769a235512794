import type { Edition } from '../../core/client.ts';
import { chromiumCaches, electronLock, electronNever, electronSettings } from '../electron.ts';
import { common, data, fact, files, flatpakHome, programs, sandboxed } from '../facts.ts';

const FLATHUB = fact('high', 'flathub/com.qq.QQ: opt/QQ of the official package');
const DATA = fact('medium', 'flathub/com.qq.QQ');

export const qqLinux: Edition = {
  id: 'linux',
  platform: 'linux',
  roots: common([
    ...programs(FLATHUB, '/opt/QQ/qq'),
    ...programs(
      fact('medium', 'official AppImage; AppImage type 2 runtime'),
      '/tmp/.mount_*/**/qq',
    ),
    ...sandboxed(FLATHUB, 'com.qq.QQ', '/app/extra/QQ/qq'),
  ]),
  helpers: programs(
    fact('medium', 'Electron: crash handler beside the program'),
    '/opt/QQ/chrome_crashpad_handler',
  ),
  // Its native parts (NapNeko/NapCatQQ, LiteLoaderQQNT: /opt/QQ/resources/app).
  siblings: ['resources/app/wrapper.node', 'resources/app/major.node'],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: [],
  // StartupWMClass of its own qq.desktop.
  windowClasses: ['QQ'],
  data: [
    data(DATA, 'QQ', '{config}/QQ'),
    data(DATA, 'QQ', `${flatpakHome('com.qq.QQ')}/config/QQ`),
  ],
  files: [
    ...files('cache', DATA, ...chromiumCaches('{QQ}'), '{QQ}/logs/**'),
    ...files('leftover', DATA, '{QQ}/Crashpad/reports/**'),
    ...electronLock('{QQ}'),
    ...files('your-files', DATA, '{QQ}/nt_qq_*/nt_data/**'),
  ],
  settings: electronSettings('{QQ}'),
  never: ['{QQ}/nt_qq_*/nt_db/**', '{QQ}/global/**', ...electronNever('{QQ}')],
  accounts: [{ glob: '{QQ}/nt_qq_*', has: 'nt_db' }],
  notes: [
    'a force exit left its icon in the tray of deepin V23 (developer-center#10436)',
    'flatpak kill is a force exit',
  ],
  sources: ['flathub/com.qq.QQ', 'linuxdeepin/developer-center#10436'],
};
