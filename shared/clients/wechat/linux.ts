import type { Edition, ProcessPattern } from '../../core/client.ts';
import { chromiumCaches } from '../electron.ts';
import { below, data, fact, files, programs } from '../facts.ts';
import { xwechatAccounts, xwechatFiles, xwechatNever } from './xwechat.ts';

const PACKAGES = fact('high', 'flathub com.tencent.WeChat; 7Ji wechat-universal-bwrap');
const UOS = fact('medium', 'code index: UOS package com.tencent.wechat');
const SOURCES = fact('medium', '7Ji wechat-universal-bwrap; evi0s/WMPFDebugger#271');
/** An AppImage is mounted below the temporary folder under a name made for each start. */
const APPIMAGE = fact('medium', 'official AppImage; AppImage type 2 runtime');
const FLATPAK = '/app/extra/wechat';
const HELPERS = [
  'wxocr',
  'wxplayer',
  'wxutility',
  'crashpad_handler',
  'RadiumWMPF/runtime/WeChatAppEx',
  'RadiumWMPF/runtime/WeChatAppEx_crashpad_handler',
];
const sandboxed = (path: string): ProcessPattern => ({
  exe: path,
  sandbox: 'com.tencent.WeChat',
  ...PACKAGES,
});

export const wechatLinux: Edition = {
  id: 'linux',
  platform: 'linux',
  roots: [
    ...programs(PACKAGES, '/opt/wechat/wechat', '/usr/bin/wechat', '/opt/wechat-universal/wechat'),
    ...programs(UOS, '/opt/apps/com.tencent.wechat/files/wechat'),
    ...programs(APPIMAGE, '/tmp/.mount_*/**/wechat'),
    sandboxed(`${FLATPAK}/wechat`),
  ],
  helpers: [
    ...programs(PACKAGES, ...below(['/opt/wechat', '/opt/wechat-universal'], ...HELPERS)),
    ...programs(UOS, ...below(['/opt/apps/com.tencent.wechat/files'], ...HELPERS)),
    ...programs(APPIMAGE, ...below(['/tmp/.mount_*/**'], ...HELPERS)),
    ...below([FLATPAK], ...HELPERS).map(sandboxed),
    // The mini-program runtime is also unpacked into the data folder.
    ...programs(
      SOURCES,
      '{home}/.xwechat/**/RadiumWMPF/**/WeChatAppEx',
      '{home}/.xwechat/**/RadiumWMPF/**/WeChatAppEx_crashpad_handler',
    ),
  ],
  tray: { ids: ['wechat'], quitLabels: ['退出微信', 'Quit WeChat'] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: ['wechat'],
  data: [
    data(
      fact('high', 'chatlog; wechat-decrypt; flathub'),
      'xwechat_files',
      '{documents}/xwechat_files',
    ),
    data(SOURCES, '.xwechat', '{home}/.xwechat'),
    ...[PACKAGES].flatMap((from) => [
      data(from, 'xwechat_files', '{home}/.var/app/com.tencent.WeChat/xwechat_files'),
      data(from, '.xwechat', '{home}/.var/app/com.tencent.WeChat/.xwechat'),
      data(from, 'xwechat_files', '{documents}/WeChat_Data/xwechat_files'),
      data(from, '.xwechat', '{documents}/WeChat_Data/home/.xwechat'),
      data(from, '.xwechat', '{documents}/WeChat_Data/home/.multi_xwechat_instance/*'),
    ]),
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
    'whether it handles SIGTERM is not confirmed (low)',
  ],
  sources: [
    'web1n/wechat-universal-flatpak',
    '7Ji-PKGBUILDs/wechat-universal-bwrap',
    'flathub/com.tencent.WeChat',
    'evi0s/WMPFDebugger#271',
    'lovechoudoufu/wechat_for_linux#4 #23',
  ],
};
