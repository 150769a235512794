import type { Edition } from '../../core/client.ts';
import { chromiumCaches } from '../electron.ts';
import {
  applications,
  below,
  data,
  fact,
  files,
  own,
  programs,
  SURVEYED,
  settings,
} from '../facts.ts';
import { PROCESS_TYPES } from './xwechat.ts';

const MOLE = fact('high', 'tw93/Mole lib/clean/app_caches.sh 1317c21, measured with WeChat 4.x');
const ANALOGY = fact('medium', 'by analogy with Windows 4.x (fs#54952952742)');
const MEASURED = fact(
  'medium',
  'fs#54496460229: 15.7 GB in it (CdnCom, ImageCache, WebKit, Matrix)',
);
/** People copy and re-sign it to run two: WeChat1.app, WeChat2.app. */
const CLONES = applications('WeChat?', 'WeChat ?', '微信?');
const BUNDLES = [...applications('WeChat', '微信'), ...CLONES];
const CONTAINER = '{home}/Library/Containers/com.tencent.xinWeChat/Data';

export const wechatMacos: Edition = {
  id: 'macos',
  platform: 'macos',
  roots: own([
    ...programs(
      fact('high', 'Homebrew cask wechat; Mole; fs#70115843234'),
      ...below(
        BUNDLES,
        ...['Contents/MacOS/WeChat', 'Contents/MacOS/Weixin', 'Contents/MacOS/微信'],
      ),
    ),
    ...programs(
      fact('medium', 'code index: clones for multi-open'),
      ...below(CLONES, 'Contents/MacOS/WeChat?'),
    ),
  ]),
  helpers: [
    ...programs(
      fact('high', 'fs#70115843234; fs#71271761778; Mole'),
      ...below(
        BUNDLES,
        'Contents/MacOS/WeChatAppEx.app/**',
        'Contents/**/WeChatAppEx*',
        'Contents/**/WeApp',
        // WeChat 3.8 calls it so in its first argument: f4l1k/WeChatOpenDevTools-Python-arm#9.
        'Contents/**/小程序',
        'Contents/**/wxplayer',
        'Contents/**/wxutility',
        'Contents/**/wxocr',
        'Contents/**/wechatupdate',
        'Contents/**/wechat_updater',
        'Contents/**/xsparkle',
      ),
    ),
  ],
  tray: { ids: [], quitLabels: ['退出微信', 'Quit WeChat'] },
  closeQuits: false,
  bundleIds: [
    'com.tencent.xinWeChat',
    'com.tencent.xinWeChat2',
    'com.tencent.xinWeChat.clone1',
    // For iOS, by PlayCover: PlayCover#1833.
    'com.tencent.xin',
    'com.tencent.flue.WeChatAppEx',
    'com.tencent.flue.WeApp',
    'com.tencent.xinWeChat.WeChatMacShare',
    'com.tencent.xinWeChat.MiniProgram',
    'com.tencent.xinWeChat.WeChatFileProviderExtension',
    '5A4RE8SF68.com.tencent.xinWeChat.IPCHelper',
  ],
  windowClasses: [],
  processTypes: PROCESS_TYPES,
  data: [
    data(MOLE, 'xwechat_files', `${CONTAINER}/Documents/xwechat_files`),
    data(MOLE, 'app_data', `${CONTAINER}/Documents/app_data`),
    data(MOLE, '.wxapplet', `${CONTAINER}/.wxapplet`),
    data(MEASURED, 'Caches', `${CONTAINER}/Library/Caches`),
    data(MOLE, 'Preferences', `${CONTAINER}/Library/Preferences`),
    data(
      fact('high', 'WeChatExporter; chatlog; PyWxDump'),
      'com.tencent.xinWeChat',
      `${CONTAINER}/Library/Application Support/com.tencent.xinWeChat`,
    ),
  ],
  files: [
    ...files('cache', MOLE, '{app_data}/log/**', '{.wxapplet}/WMPF/**'),
    ...files(
      'cache',
      fact('high', 'Tencent/lemon-cleaner; CleanMyWechat'),
      '{xwechat_files}/*/temp/**',
    ),
    ...files(
      're-download',
      ANALOGY,
      ...chromiumCaches('{app_data}/radium/web/profiles/*'),
      '{app_data}/radium/Applet/packages/**',
      ...below(
        ['{xwechat_files}/*/cache/????-??'],
        ...['Message/**', 'Emoticon/**', 'HttpResource/**', 'WeAppIcon/**'],
      ),
    ),
    ...files('re-download', MEASURED, '{Caches}/**'),
    ...files(
      're-download',
      SURVEYED,
      ...below(['{.wxapplet}'], 'xlog/**', 'cache/**', 'WmpfCache/**'),
    ),
    ...files(
      'your-files',
      fact('high', 'Mole; chatlog; lemon-cleaner'),
      '{xwechat_files}/*/msg/attach/**',
      '{xwechat_files}/*/msg/file/**',
      '{xwechat_files}/*/msg/video/**',
      // May hold a picture that was not sent yet.
      '{xwechat_files}/*/temp/InputTemp/**',
    ),
    // Received media, whatever the name says.
    ...files(
      'your-files',
      fact('high', 'Tencent/lemon-cleaner; CleanWeChat-macOS'),
      '{com.tencent.xinWeChat}/*/*/Message/MessageTemp/**',
    ),
  ],
  settings: settings(MOLE, '{Preferences}', '{app_data}', '{.wxapplet}'),
  never: [
    '{xwechat_files}/*/db_storage/**',
    '{xwechat_files}/all_users/**',
    '{xwechat_files}/Backup/**',
    '{xwechat_files}/old_backup/**',
    '{xwechat_files}/*/config/**',
    '{xwechat_files}/*/business/**',
    '{xwechat_files}/*/msg/migrate/**',
    '{app_data}/radium/users/**',
    '{app_data}/lock/**',
    '{app_data}/net/**',
    '{com.tencent.xinWeChat}/*/*/Message/*.db*',
    '{com.tencent.xinWeChat}/*/*/Contact/**',
    '{com.tencent.xinWeChat}/*/*/Group/**',
    '{com.tencent.xinWeChat}/*/*/Session/**',
    '{com.tencent.xinWeChat}/*/*/Stickers/**',
    '{Preferences}/**',
  ],
  accounts: [
    { glob: '{xwechat_files}/*', has: 'db_storage' },
    { glob: '{com.tencent.xinWeChat}/*/*', has: 'Message' },
  ],
  notes: [
    'the container needs Full Disk Access to be read',
    'a force exit may show a report that it quit unexpectedly',
    'nothing of it stays resident once it quit',
    'MessageTemp holds received media: it is not temporary',
    'a clone keeps its files in a container of its own: they are not looked at',
  ],
  sources: ['Homebrew cask wechat', 'tw93/Mole', 'Tencent/lemon-cleaner', 'sjzar/chatlog'],
};
