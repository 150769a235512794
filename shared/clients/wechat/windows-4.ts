import type { Edition } from '../../core/client.ts';
import { chromiumCaches } from '../electron.ts';
import {
  below,
  belowRoot,
  data,
  fact,
  files,
  installs,
  own,
  programs,
  UNINSTALL,
  settings,
} from '../facts.ts';
import { PROCESS_TYPES, xwechatAccounts, xwechatFiles, xwechatNever } from './xwechat.ts';

const MULTI = fact('high', 'MultiWeChatManager original_remote_sw_v10.json');
const SURVEY = fact('medium', 'survey of a 4.x data folder (fs#54952952742)');
const INSTALLED = ['{programFiles}/Tencent/Weixin', '{programFilesX86}/Tencent/Weixin'];
const CHOSEN = ['**/Weixin'];
const PLUGINS = '{appData}/Tencent/xwechat/XPlugin/Plugins';

export const wechatWindows4: Edition = {
  id: 'windows-4',
  platform: 'windows',
  roots: own([
    ...programs(
      MULTI,
      // Clones that run beside it have one letter more, or another one at the end.
      ...below(INSTALLED, 'Weixin.exe', 'Weixin?.exe', 'Weixi?.exe'),
    ),
    ...programs(
      fact('medium', 'pywechat: folder chosen at installation (registry: InstallPath)'),
      ...below(CHOSEN, 'Weixin.exe', 'Weixin?.exe'),
    ),
  ]),
  helpers: [
    ...programs(
      fact('high', 'evi0s/WMPFDebugger; fs#69100137090'),
      `${PLUGINS}/RadiumWMPF/*/extracted/runtime/WeChatAppEx.exe`,
    ),
    ...programs(
      fact('medium', 'fs#69100137090; code index'),
      `${PLUGINS}/**/WeixinExt.exe`,
      `${PLUGINS}/**/WeChatOCR.exe`,
      ...below(
        [...INSTALLED, ...CHOSEN],
        '**/WeixinUpdate.exe',
        '**/WeChatUpdate.exe',
        '**/crashpad_handler.exe',
      ),
    ),
    // Children carry the root's own name (--type=wxocr …): memory forensics, fs#58911168469.
    ...belowRoot(fact('high', 'fs#58911168469; pywechat; chatlog'), '**/Weixin.exe'),
    ...belowRoot(
      fact('medium', 'fs#58911168469'),
      '**/WeChatAppEx.exe',
      '**/WeixinExt.exe',
      '**/WeChatOCR.exe',
    ),
  ],
  tray: { ids: ['微信', 'WeChat'], quitLabels: ['退出微信', 'Quit WeChat'] },
  closeQuits: false,
  bundleIds: [],
  installs: installs(
    MULTI,
    ['HKCU\\Software\\Tencent\\Weixin', 'InstallPath'],
    [`${UNINSTALL}\\Weixin`, 'InstallLocation'],
  ),
  windowClasses: [
    'mmui::MainWindow',
    'mmui::LoginWindow',
    'Qt51514QWindowIcon',
    'mmui::VOIPTrayWindow',
  ],
  processTypes: PROCESS_TYPES,
  data: [
    data(MULTI, 'xwechat_files', '{documents}/xwechat_files', {
      by: 'first-line',
      file: '{appData}/Tencent/xwechat/config/*.ini',
      below: 'xwechat_files',
    }),
    data(fact('medium', 'fs#54952952742'), 'xwechat_files', '{documents}/xwechat files'),
    data(
      fact('medium', 'default of many installations (CLIENTS survey)'),
      'xwechat_files',
      '{home}/xwechat_files',
    ),
    data(MULTI, 'xwechat', '{appData}/Tencent/xwechat'),
  ],
  files: [
    ...xwechatFiles,
    ...files('cache', fact('high', 'fs#54952952742; CleanMyWechat'), '{xwechat}/log/**'),
    ...files('leftover', fact('high', 'fs#54952952742; CleanMyWechat'), '{xwechat}/crashinfo/**'),
    ...files(
      'cache',
      SURVEY,
      ...chromiumCaches('{xwechat}/radium/web/profiles/*'),
      '{xwechat}/radium/web/profiles/*/DawnCache/**',
    ),
    ...files(
      're-download',
      SURVEY,
      '{xwechat}/radium/web/profiles_to_delete/**',
      '{xwechat}/radium/crashpad/**',
      '{xwechat}/radium/cache/**',
      '{xwechat}/radium/users/*/applet/codecache/**',
      '{xwechat}/update/**',
      '{xwechat}/confsdk/**',
      '{xwechat}/radium/Applet/packages/**',
      '{xwechat}/radium/users/*/applet/packages/**',
    ),
  ],
  settings: settings(MULTI, '{xwechat}'),
  never: [
    ...xwechatNever,
    '{xwechat}/All Users/**',
    '{xwechat}/config/**',
    '{xwechat}/login/**',
    '{xwechat}/XPlugin/**',
    '{xwechat}/ilink/**',
    '{xwechat}/net/**',
    '{xwechat}/net_1/**',
    '{xwechat}/uh/**',
    '{xwechat}/radium/users/*/applet/local/**',
  ],
  accounts: xwechatAccounts,
  notes: [
    'WM_CLOSE and Alt+F4 only hide it in the tray',
    'helpers come back while the root lives (4.1.12): the root goes first',
    'late 4.1 builds allow several instances: all roots count',
    'after an exit it still cleans its files: wait 10 s before a purge',
    'the English tray label is not confirmed (low)',
    'WeChatAppEx.exe may answer access denied (one report)',
  ],
  sources: [
    'wfql1024/MultiWeChatManager',
    'sjzar/chatlog',
    'blackboxo/CleanMyWechat',
    'Tencent/lemon-cleaner',
    'afaa1991/BetterWX-UI#103 #106',
    'Ray0612/WeChat-Export-Tool#3',
  ],
};
