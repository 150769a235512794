import type { Edition } from '../../core/client.ts';
import { chromiumCaches } from '../electron.ts';
import {
  below,
  data,
  fact,
  files,
  flatpakHome,
  own,
  programs,
  sandboxed,
  settings,
} from '../facts.ts';
import { PROCESS_TYPES, xwechatAccounts, xwechatFiles, xwechatNever } from './xwechat.ts';

const PACKAGES = fact('high', 'flathub com.tencent.WeChat; 7Ji wechat-universal-bwrap');
const BWRAP = fact('high', '7Ji wechat-universal-bwrap wechat-universal.sh');
const BETA = fact(
  'medium',
  'flathub com.tencent.WeChat: wechat-beta 1.0 of Kylin; KZ25T/wechat-appimage',
);
const UOS = fact('medium', 'code index: UOS package com.tencent.wechat');
const SOURCES = fact('medium', '7Ji wechat-universal-bwrap; evi0s/WMPFDebugger#271');
/** An AppImage is mounted below the temporary folder under a name made for each start. */
const APPIMAGE = fact('medium', 'official AppImage; AppImage type 2 runtime');
const FLATPAK = 'com.tencent.WeChat';
const INSIDE = '/app/extra/wechat';
const HELPERS = [
  'wxocr',
  'wxplayer',
  'wxutility',
  'crashpad_handler',
  'RadiumWMPF/runtime/WeChatAppEx',
  'RadiumWMPF/runtime/WeChatAppEx_crashpad_handler',
];
const BWRAPS = ['{documents}/WeChat_Data', '{home}/WeChat_Data'];
/** 7Ji's sandbox, and below it one home for each further instance. */
const HOMES = [
  '{documents}/WeChat_Data/home',
  '{home}/WeChat_Data/home',
  '{documents}/WeChat_Data/home/.multi_xwechat_instance/*',
];

export const wechatLinux: Edition = {
  id: 'linux',
  platform: 'linux',
  roots: own([
    ...programs(PACKAGES, '/opt/wechat/wechat', '/usr/bin/wechat', '/opt/wechat-universal/wechat'),
    ...programs(UOS, '/opt/apps/com.tencent.wechat/files/wechat'),
    ...programs(APPIMAGE, '/tmp/.mount_*/**/wechat'),
    ...programs(BETA, '/opt/wechat-beta/wechat'),
    ...sandboxed(PACKAGES, FLATPAK, `${INSIDE}/wechat`),
  ]),
  helpers: [
    ...programs(PACKAGES, ...below(['/opt/wechat', '/opt/wechat-universal'], ...HELPERS)),
    ...programs(BETA, ...below(['/opt/wechat-beta'], ...HELPERS)),
    ...programs(UOS, ...below(['/opt/apps/com.tencent.wechat/files'], ...HELPERS)),
    ...programs(APPIMAGE, ...below(['/tmp/.mount_*/**'], ...HELPERS)),
    ...sandboxed(PACKAGES, FLATPAK, ...below([INSIDE], ...HELPERS)),
    // The mini-program runtime is also unpacked into the data folder.
    ...programs(
      SOURCES,
      '{home}/.xwechat/**/RadiumWMPF/**/WeChatAppEx',
      '{home}/.xwechat/**/RadiumWMPF/**/WeChatAppEx_crashpad_handler',
    ),
    ...programs(
      fact('medium', '7Ji wechat-universal-bwrap: older builds unpack it beside the accounts'),
      '/**/xwechat_files/WMPF/**/WeChatAppEx',
    ),
  ],
  siblings: ['RadiumWMPF'],
  tray: { ids: ['wechat'], quitLabels: ['退出微信', 'Quit WeChat'] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: ['wechat'],
  processTypes: PROCESS_TYPES,
  elsewhere: [
    ...BWRAPS,
    ...below(['{home}/snap'], 'wechat*', 'weixin*'),
    ...below(['{home}/.deepinwine'], '*WeChat*', '*Weixin*'),
    '{documents}/WeChat Files',
  ],
  data: [
    data(
      fact('high', 'chatlog; wechat-decrypt; flathub'),
      'xwechat_files',
      '{documents}/xwechat_files',
    ),
    data(SOURCES, '.xwechat', '{home}/.xwechat'),
    // Where there is no documents folder it takes the home folder.
    data(BETA, 'xwechat_files', '{home}/xwechat_files'),
    data(PACKAGES, 'xwechat_files', `${flatpakHome(FLATPAK)}/xwechat_files`),
    data(PACKAGES, '.xwechat', `${flatpakHome(FLATPAK)}/.xwechat`),
    ...below(BWRAPS, 'xwechat_files', 'home/xwechat_files', 'home/Documents/xwechat_files').map(
      (path) => data(BWRAP, 'xwechat_files', path),
    ),
    data(
      BWRAP,
      'xwechat_files',
      '{documents}/WeChat_Data/home/.multi_xwechat_instance/*/xwechat_files',
    ),
    ...below(HOMES, '.xwechat').map((path) => data(BWRAP, '.xwechat', path)),
    data(fact('low', 'code index: older builds'), 'weixin', '{data}/weixin'),
  ],
  files: [
    ...xwechatFiles,
    ...files(
      'cache',
      SOURCES,
      '{.xwechat}/log/**',
      ...chromiumCaches('{.xwechat}/radium/web/profiles/*'),
    ),
    ...files('leftover', SOURCES, '{.xwechat}/crashinfo/**', '{.xwechat}/radium/crashpad/**'),
    ...files('re-download', SOURCES, '{.xwechat}/radium/Applet/packages/**'),
  ],
  settings: settings(SOURCES, '{.xwechat}'),
  never: [
    ...xwechatNever,
    '{.xwechat}/login/**',
    '{.xwechat}/config/**',
    '{.xwechat}/All Users/**',
    '{.xwechat}/radium/users/**',
    '{weixin}/**',
  ],
  accounts: xwechatAccounts,
  notes: [
    'the pid in the bus name of its icon may belong to another pid namespace',
    'without a tray (GNOME without AppIndicator) signals are the only way',
    'deepin V23 kept ghost icons after a force exit (developer-center#10436)',
    'a second start returns 255 and shows the first',
    'the portable package (sandbox com.qq.weixin) runs /opt/wechat/wechat as a unit of its own; its files are not looked at',
    'whether it handles SIGTERM is not confirmed (low)',
  ],
  sources: [
    'web1n/wechat-universal-flatpak',
    'Kraftland/portable-arch',
    '7Ji-PKGBUILDs/wechat-universal-bwrap',
    'flathub/com.tencent.WeChat',
    'evi0s/WMPFDebugger#271',
    'lovechoudoufu/wechat_for_linux#4 #23',
  ],
};
