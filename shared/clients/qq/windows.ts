import type { Edition, Pointer } from '../../core/client.ts';
import { chromiumCaches, electronNever, electronSettings } from '../electron.ts';
import {
  below,
  belowRoot,
  common,
  data,
  fact,
  files,
  installs,
  programs,
  SURVEYED,
  UNINSTALL,
} from '../facts.ts';

const MULTI = fact('high', 'MultiWeChatManager; MisaLiu/LiteLoaderQQNT-QQCleaner');
const CLEANER = fact('high', 'MisaLiu/LiteLoaderQQNT-QQCleaner');
const LISTED = fact('medium', 'rules for QQ of disk-raccoon and WinClean; not measured');
const HELPERS = ['QQProtect.exe', 'QQExternal.exe', 'TXPlatform.exe', 'QQScLauncher.exe'];

/**
 * Where QQ and TIM write down a folder that was chosen (LiteLoaderQQNT#17, fs#22435244068, fs#37770098253): type 1
 * is the documents folder, 2 the path, which need not end in "Tencent Files". The folder is FOLDERID_PublicDocuments.
 */
export const userDataInfo = (name: 'QQ' | 'TIM'): Pointer => ({
  by: 'ini',
  file: `C:/Users/Public/Documents/Tencent/${name}/UserDataInfo.ini`,
  section: 'UserDataSet',
  key: 'UserDataSavePath',
  when: { key: 'UserDataSavePathType', is: '2' },
});

/** QQ NT (Electron) and the old QQ, which share their data folder. */
export const qqWindows: Edition = {
  id: 'windows',
  platform: 'windows',
  roots: common(
    programs(
      MULTI,
      '{programFiles}/Tencent/QQNT/QQ.exe',
      '{programFilesX86}/Tencent/QQ/Bin/QQ.exe',
      // The folder can be chosen; the registry (QQNT: Install) says where it is.
      '**/Tencent/QQNT/QQ.exe',
      '**/Tencent/QQ/Bin/QQ.exe',
    ),
  ),
  helpers: [
    ...programs(MULTI, ...below(['**/Tencent/QQNT/**', '**/Tencent/QQ/Bin/**'], ...HELPERS)),
    // TIM runs the same ones.
    ...belowRoot(MULTI, ...below(['**'], ...HELPERS)),
  ],
  tray: { ids: [], quitLabels: ['退出', '退出QQ'] },
  closeQuits: false,
  bundleIds: [],
  installs: installs(
    MULTI,
    ['HKLM\\SOFTWARE\\WOW6432Node\\Tencent\\QQNT', 'Install'],
    [`${UNINSTALL}\\QQ`, 'InstallLocation'],
  ),
  windowClasses: ['Chrome_WidgetWin_1', 'TXGuiFoundation'],
  commonClasses: ['TXGuiFoundation'],
  makers: [{ name: 'Tencent', source: 'winget-pkgs Tencent.QQ.NT (publisher), medium' }],
  data: [
    data(MULTI, 'Tencent Files', '{documents}/Tencent Files', userDataInfo('QQ')),
    data(CLEANER, 'QQ', '{appData}/QQ'),
    data(SURVEYED, 'QQEX', '{appData}/QQEX'),
    ...below(['{appData}/Tencent'], 'QQ/STemp', 'QQNT/STemp').map((path) =>
      data(SURVEYED, 'STemp', path),
    ),
  ],
  files: [
    ...files('cache', CLEANER, '{Tencent Files}/*/nt_qq/nt_temp/**'),
    ...files('re-download', CLEANER, ...chromiumCaches('{QQ}')),
    // Named by one cleaner each and not measured on a machine: never in the default tier.
    ...files(
      're-download',
      LISTED,
      ...below(['{Tencent Files}/*/nt_qq/nt_data'], 'log/**', 'log-cache/**'),
      ...chromiumCaches('{QQ}/Partitions/*'),
    ),
    ...files('re-download', SURVEYED, '{QQEX}/**', '{STemp}/**'),
    ...files(
      'your-files',
      CLEANER,
      ...below(
        ['{Tencent Files}/*/nt_qq/nt_data'],
        ...['Pic/**', 'Video/**', 'Ptt/**', 'File/**', 'Emoji/**'],
      ),
      '{Tencent Files}/*/FileRecv/**',
      '{Tencent Files}/*/Image/**',
    ),
  ],
  settings: electronSettings('{QQ}', '{QQEX}'),
  never: [
    '{Tencent Files}/*/nt_qq/nt_db/**',
    '{Tencent Files}/nt_qq/global/**',
    '{Tencent Files}/**/*.db*',
    '{Tencent Files}/All Users/**',
    ...electronNever('{QQ}', '{QQEX}'),
  ],
  accounts: [{ glob: '{Tencent Files}/*', has: 'nt_qq' }],
  notes: [
    'the processes of QQ NT all have the same name: the one without a parent of its own is the root',
    'Winapp2 [Tencent QQ *] removes all of Tencent Files, with every message: never copy it',
    'the labels of its tray menu are not confirmed (low)',
  ],
  sources: ['wfql1024/MultiWeChatManager', 'MisaLiu/LiteLoaderQQNT-QQCleaner', 'Winapp2'],
};
