import type { Edition } from '../../core/client.ts';
import { chromiumCaches, electronHelpers, electronNever } from '../electron.ts';
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

const MOLE = fact('high', 'tw93/Mole fs#69138019844, measured with WeCom 4.x; fs#68774004169');
const CASK = fact('high', 'Homebrew cask wechatwork; tw93/Mole fs#69138019844');
const BUNDLES = applications('企业微信', 'WeCom');
const CONTAINER = '{home}/Library/Containers/com.tencent.WeWorkMac/Data';
const PROFILES = below(
  ['{Documents}/cefcache'],
  // wew_ and digits, nothing else behind them.
  ...['Default', 'wew_[0-9]', 'wew_[0-9][0-9]', 'wew_[0-9][0-9][0-9]'],
);

export const wecomMacos: Edition = {
  id: 'macos',
  platform: 'macos',
  // Its program has a Chinese name or a Latin one; what is below the bundle is its own in any case.
  roots: own(
    programs(
      CASK,
      ...below(BUNDLES, 'Contents/MacOS/企业微信', 'Contents/MacOS/WeCom', 'Contents/MacOS/WXWork'),
    ),
  ),
  helpers: [
    ...electronHelpers(fact('high', 'fs#55012995262; fs#69476833740'), BUNDLES, '企业微信'),
    ...programs(
      CASK,
      ...below(
        BUNDLES,
        'Contents/MacOS/*/**',
        'Contents/**/WeComAgent',
        'Contents/**/wecom-agent',
        'Contents/**/WeComAgent.app/Contents/MacOS/*',
      ),
    ),
  ],
  tray: { ids: [], quitLabels: ['退出企业微信', 'Quit WeCom'] },
  closeQuits: false,
  bundleIds: ['com.tencent.WeWorkMac', '88L2Q4487U.com.tencent.WeWorkMac.IPCHelper'],
  windowClasses: [],
  data: [
    data(MOLE, 'Documents', `${CONTAINER}/Documents`),
    data(MOLE, 'WXWork', `${CONTAINER}/Library/Application Support/WXWork`),
    data(SURVEYED, 'tmp', `${CONTAINER}/tmp`),
    data(MOLE, 'WeDrive', `${CONTAINER}/WeDrive`),
  ],
  files: [
    ...files(
      'cache',
      MOLE,
      '{WXWork}/Log/**',
      ...chromiumCaches(...PROFILES),
      ...below(PROFILES, 'Service Worker/CacheStorage/**'),
    ),
    ...files(
      're-download',
      SURVEYED,
      '{tmp}/**',
      ...below(['{WXWork}'], 'Temp/FtnLocalCache/**', 'Temp/Voip/**'),
      ...below(['{WXWork}'], 'CrashReporter/**', 'WXDrive/crashDumps/**'),
      ...below(['{Documents}'], 'log/**', 'GYLog/**', 'GYOssLog/**'),
      ...below(
        ['{Documents}/Profiles/*/Caches'],
        ...['Emotion_Thumbnail/**', 'Video_Thumbnail/**', 'Link_Thumbnail/**'],
      ),
    ),
    // Screenshots that were perhaps not sent yet.
    ...files('your-files', SURVEYED, '{WXWork}/Temp/ScreenCapture/**'),
    ...files(
      'your-files',
      fact('high', 'tw93/Mole; Tencent/lemon-cleaner'),
      ...below(
        ['{Documents}/Profiles/*/Caches'],
        ...['Files/????-??/**', 'Images/????-??/**', 'Videos/????-??/**'],
      ),
    ),
  ],
  settings: settings(
    fact('medium', 'CLIENTS survey: profiles of its browser, logs'),
    '{Documents}/cefcache',
    '{WXWork}',
  ),
  never: [
    '{Documents}/Profiles/*/Messages1/**',
    '{Documents}/Profiles/*/Contact/**',
    '{Documents}/Profiles/*/Publishsys/**',
    '{Documents}/Profiles/*/VoipRecords/**',
    '{Documents}/Profiles/**/*.db*',
    '{WeDrive}/**',
    ...electronNever('{Documents}/cefcache/*'),
  ],
  accounts: [{ glob: '{Documents}/Profiles/*', has: 'Messages1' }],
  notes: [
    'the container needs Full Disk Access to be read',
    'whole wew_* folders hold web sign-ins: only their caches go',
  ],
  sources: [
    'Homebrew cask wechatwork',
    'tw93/Mole',
    'fs#68774004169',
    'fs#62614284202',
    'fs#66283333425',
  ],
};
