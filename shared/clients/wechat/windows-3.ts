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
  storePackage,
  UNINSTALL,
  settings,
} from '../facts.ts';

const MULTI = fact('high', 'MultiWeChatManager original_remote_sw_v10.json');
const LAYOUT = fact('high', 'MultiWeChatManager; PyWxDump; chatlog');
const STORE = fact('medium', 'Winapp2; PyWxDump: packages of the Microsoft Store');
const INSTALLED = ['{programFilesX86}/Tencent/WeChat', '{programFiles}/Tencent/WeChat'];
const CHOSEN = ['**/Tencent/WeChat'];

export const wechatWindows3: Edition = {
  id: 'windows-3',
  platform: 'windows',
  roots: own([
    // Clones that run beside it have one letter more, or another one at the end.
    ...programs(MULTI, ...below(INSTALLED, 'WeChat.exe', 'WeChat?.exe', 'WeCha?.exe')),
    ...programs(
      fact('medium', 'pywechat: folder chosen at installation (registry: InstallPath)'),
      ...below(CHOSEN, 'WeChat.exe', 'WeChat?.exe'),
    ),
    ...programs(STORE, `${storePackage('TencentWeChatLimited.*')}/**/*.exe`),
  ]),
  helpers: [
    ...programs(
      fact('high', 'vufa/deepin-wine-wechat-arch#281; fs#71533350187'),
      '{appData}/Tencent/WeChat/XPlugin/Plugins/**/extracted/**/*.exe',
    ),
    ...programs(
      fact('medium', 'wechaty/puppet-xp#28; code index'),
      ...below(
        [...INSTALLED, ...CHOSEN],
        '**/mmcrashpad_handler64.exe',
        '**/mmcrashpad_handler32.exe',
        '**/WeChatUpdate.exe',
        '**/WechatAppLauncher.exe',
        '**/WeChatDecoder.exe',
        '**/WeChatExt.exe',
        '**/WeChatSpt.exe',
        '**/WeChatBrowser.exe',
        '**/WeChatPlayer.exe',
        '**/WeChatUtility.exe',
      ),
    ),
    ...belowRoot(
      fact('high', 'vufa/deepin-wine-wechat-arch#281'),
      '**/WeChatAppEx.exe',
      '**/WeChatApp.exe',
      '**/WeChatOCR.exe',
    ),
  ],
  tray: { ids: ['微信', 'WeChat'], quitLabels: ['退出微信', 'Quit WeChat', 'Exit WeChat'] },
  closeQuits: false,
  bundleIds: [],
  installs: installs(
    MULTI,
    ['HKCU\\Software\\Tencent\\WeChat', 'InstallPath'],
    [`${UNINSTALL}\\WeChat`, 'InstallLocation'],
  ),
  windowClasses: [
    'WeChatMainWndForPC',
    'WeChatLoginWndForPC',
    'WeUIDialog',
    'VoipTrayWnd',
    'ILinkVoipTrayWnd',
  ],
  commonClasses: ['WeUIDialog'],
  data: [
    data(LAYOUT, 'WeChat Files', '{documents}/WeChat Files', {
      by: 'registry',
      key: 'HKCU\\Software\\Tencent\\WeChat',
      value: 'FileSavePath',
      below: 'WeChat Files',
    }),
    data(LAYOUT, 'WeChat Files', '{documents}/WeChat Files', {
      by: 'first-line',
      file: '{appData}/Tencent/WeChat/All Users/config/3ebffe94.ini',
      below: 'WeChat Files',
    }),
    data(
      STORE,
      'WeChat Files',
      '{localAppData}/Packages/TencentWeChatLimited.*_sdtnhv12zgd7a/LocalCache/Roaming/Tencent/WeChatAppStore/WeChatAppStore Files',
    ),
    data(MULTI, 'WeChat', '{appData}/Tencent/WeChat'),
    data(fact('high', 'Winapp2 [Tencent WeChat *]'), 'Logs', '{appData}/Tencent/Logs'),
  ],
  files: [
    ...files(
      'cache',
      fact('medium', 'CleanMyWechat; Winapp2'),
      '{WeChat Files}/*/FileStorage/Temp/**',
    ),
    ...files('cache', fact('high', 'Winapp2 [Tencent WeChat *]'), '{WeChat}/log/**', '{Logs}/**'),
    ...files('leftover', fact('high', 'Winapp2 [Tencent WeChat *]'), '{WeChat}/CrashReport/**'),
    ...files(
      'cache',
      fact('medium', 'by analogy with 4.x (fs#54952952742)'),
      ...chromiumCaches('{WeChat}/radium/web/profiles/*'),
    ),
    ...files(
      're-download',
      fact('medium', 'CleanMyWechat main.py; Winapp2'),
      '{WeChat Files}/*/FileStorage/Cache/**',
      '{WeChat Files}/*/FileStorage/Sns/Cache/**',
      '{WeChat Files}/*/Attachment/**',
      '{WeChat Files}/Applet/**',
      '{WeChat}/Update/**',
    ),
    ...files(
      'your-files',
      fact('high', 'CleanMyWechat; WeChatMsg'),
      '{WeChat Files}/*/FileStorage/Image/**',
      '{WeChat Files}/*/FileStorage/Video/**',
      '{WeChat Files}/*/FileStorage/File/**',
      '{WeChat Files}/*/FileStorage/MsgAttach/**',
      '{WeChat Files}/*/FileStorage/Voice*/**',
      '{WeChat Files}/*/Files/**',
      '{WeChat Files}/*/Image/**',
      '{WeChat Files}/*/Video/**',
    ),
  ],
  settings: settings(MULTI, '{WeChat}', '{Logs}'),
  never: [
    '{WeChat Files}/*/Msg/**',
    '{WeChat Files}/*/config/**',
    '{WeChat Files}/*/Backup*/**',
    '{WeChat Files}/All Users/**',
    '{WeChat Files}/*/FileStorage/Fav/**',
    '{WeChat Files}/*/FileStorage/CustomEmotion/**',
    '{WeChat}/XPlugin/**',
    '{WeChat}/All Users/**',
    '{WeChat}/bak/**',
  ],
  accounts: [{ glob: '{WeChat Files}/*', has: 'Msg' }],
  notes: [
    '3.x owns a hidden top-level window of class TrayNotifyWnd titled 微信: it is not Explorer’s',
    '保留聊天记录 may be off: never log out',
    'the English tray label is not confirmed (low)',
  ],
  sources: [
    'wfql1024/MultiWeChatManager',
    'xaoyaoo/PyWxDump',
    'Hello-Mr-Crab/pywechat',
    'vufa/deepin-wine-wechat-arch#281',
    'wechaty/puppet-xp#28',
    'Winapp2 [Tencent WeChat *]',
    'wxhelper#117',
  ],
};
