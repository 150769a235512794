import type { Edition } from '../../core/client.ts';
import {
  below,
  belowRoot,
  data,
  fact,
  files,
  installs,
  own,
  programs,
  SURVEYED,
  settings,
} from '../facts.ts';

const MULTI = fact('high', 'MultiWeChatManager; fs#68362734163 (5.0.11.6018)');
const PARENTS = fact('high', 'fs#71631721136; fs#70758661244; fs#68384131830');
const LAYOUT = fact('high', 'fs#61260995169; Sweeply fs#71028373693');
const SURVEY = fact('medium', 'fs#61260995169; Sweeply fs#71028373693');
const WEB = fact('medium', 'fs#54931040677');

export const wecomWindows: Edition = {
  id: 'windows',
  platform: 'windows',
  roots: own(
    programs(
      MULTI,
      '{programFilesX86}/WXWork/WXWork.exe',
      '{programFiles}/WXWork/WXWork.exe',
      // The folder can be chosen; the registry (Executable) says where it is.
      '**/WXWork/WXWork.exe',
    ),
  ),
  helpers: [
    ...programs(
      PARENTS,
      ...below(
        ['**/WXWork/**'],
        'WXWorkWeb.exe',
        'WeMail.exe',
        'WXDrive.exe',
        'WeChatAppEx.exe',
        'WeChatOCR.exe',
        'wxworkupgrader.exe',
        'TxBugReport.exe',
      ),
    ),
    ...programs(fact('medium', 'fs#18255960734'), '**/WXWork/WeMeet/**/wwmapp.exe'),
    // WeChat has programs of the same names: only the root above tells whose they are.
    ...belowRoot(PARENTS, '**/WeChatAppEx.exe', '**/WeChatOCR.exe'),
  ],
  tray: { ids: ['企业微信'], quitLabels: ['退出企业微信', '退出', 'Quit'] },
  closeQuits: false,
  bundleIds: [],
  installs: installs(MULTI, ['HKCU\\Software\\Tencent\\WXWork', 'Executable']),
  windowClasses: [
    'WeWorkWindow',
    'WeChatLogin',
    'TitleBarWindow',
    'PerryShadowWnd',
    'Qt5158QWindowIcon',
  ],
  commonClasses: ['TitleBarWindow', 'PerryShadowWnd'],
  data: [
    data(MULTI, 'WXWork', '{documents}/WXWork', {
      by: 'registry',
      key: 'HKCU\\Software\\Tencent\\WXWork',
      value: 'DataLocationPath',
      below: 'WXWork',
    }),
    data(fact('high', 'Winapp2; fs#61260995169'), 'Tencent WXWork', '{appData}/Tencent/WXWork'),
    data(SURVEY, 'WeMail', '{appData}/Tencent/WeMail'),
    data(WEB, 'wxworkweb', '{localAppData}/wxworkweb/User Data'),
  ],
  files: [
    ...files('cache', fact('high', 'Winapp2; fs#61260995169'), '{Tencent WXWork}/Log/**'),
    ...files(
      'cache',
      SURVEY,
      '{WXWork}/*/Cache/File/Temp/**',
      '{WXWork}/*/Cache/Image/Temp/**',
      '{WXWork}/*/Cache/Video/Temp/**',
      '{WXWork}/*/WXWorkCefCache/**/Cache/Cache_Data/**',
      '{WXWork}/*/WXWorkCefCache/**/Code Cache/**',
      '{WXWork}/*/WXWorkCefCache/**/GPUCache/**',
      '{WXWork}/**/qtCef/**/Code Cache/**',
      '{WXWork}/**/qtCef/**/Service Worker/CacheStorage/**',
    ),
    ...files('re-download', SURVEY, '{WXWork}/**/component_crx_cache/**'),
    ...files(
      're-download',
      SURVEYED,
      ...below(['{WXWork}'], 'GPUCache/**', 'ShaderCache/**', 'qtCef/Cache/**'),
      '{WXWork}/*/Cache/File/*/MEMORY.DMP',
    ),
    ...files('re-download', WEB, '{wxworkweb}/**/Cache/**', '{wxworkweb}/**/Code Cache/**'),
    // The folder is called Cache, and holds what people received.
    ...files(
      'your-files',
      LAYOUT,
      '{WXWork}/*/Cache/File/????-??/**',
      '{WXWork}/*/Cache/Image/????-??/**',
      '{WXWork}/*/Cache/Video/????-??/**',
      '{WXWork}/*/Cache/Voice/????-??/**',
    ),
  ],
  settings: settings(
    fact('medium', 'MultiWeChatManager; Sweeply: cef, applets and patches; Global/Config.cfg'),
    '{Tencent WXWork}',
    '{wxworkweb}',
    '{WXWork}/Global/Config.cfg',
  ),
  never: [
    '{WXWork}/*/Data/**',
    '{WXWork}/*/Index/**',
    '{WXWork}/*/Backup/**',
    '{WXWork}/*/Emotion/**',
    '{WXWork}/*/WeDrive/**',
    '{WXWork}/Profiles/**',
    '{WXWork}/Global/**',
    '{WXWork}/upgrade/**',
    // Screenshots that were sent; Winapp2 removes them.
    '{WXWork}/*/Cache/Image/WXWorkCapture_*',
    // Parts of the program by version (fs#67109642143).
    ...below(
      ['{Tencent WXWork}'],
      ...['cef/**', 'wmpf_Applet/**', 'wwmapp/**', 'patch/**', 'WxWorkDocConvert/**'],
      ...['WXDrive_x64/**', 'WeMailNode_x64/**', 'FlutterPlugins/**', 'WeChatOCR/**'],
    ),
    '{WeMail}/**',
  ],
  accounts: [{ glob: '{WXWork}/*', has: 'Data' }],
  notes: [
    'wwmapp.exe may stay as a warmed-up process after a meeting',
    'wemeetapp.exe is Tencent Meeting, another product',
    'the label that quits and the name of its tray button are not confirmed (low)',
    'whether it asks before it quits is not known: when a dialog appears, say so and wait',
  ],
  sources: [
    'wfql1024/MultiWeChatManager',
    'fs#68362734163',
    'fs#70557973911',
    'fs#69242671661',
    'Winapp2 [Tencent WeChat Work *]',
  ],
};
