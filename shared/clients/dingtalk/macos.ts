import type { Edition } from '../../core/client.ts';
import { electronHelpers } from '../electron.ts';
import { applications, below, data, fact, files, own, programs } from '../facts.ts';

const MOLE = fact('medium', 'tw93/Mole fs#69138019844; Tencent/lemon-cleaner');
const SUPPORT = '{home}/Library/Application Support';

export const dingtalkMacos: Edition = {
  id: 'macos',
  platform: 'macos',
  roots: own(
    programs(
      MOLE,
      ...below(applications('DingTalk', '钉钉'), 'Contents/MacOS/DingTalk'),
      ...below(applications('DingTalkLite'), 'Contents/MacOS/DingTalkLite'),
    ),
  ),
  helpers: electronHelpers(MOLE, applications('DingTalk', '钉钉'), 'DingTalk'),
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: [
    'com.alibaba.DingTalkMac',
    'dd.work.exclusive4aliding',
    '5ZSL2CJU2T.com.dingtalk.mac',
    'com.alibaba.DingTalkMacLite',
  ],
  windowClasses: [],
  data: [
    data(MOLE, 'DingTalkMac', `${SUPPORT}/DingTalkMac`),
    data(MOLE, 'iDingTalk', `${SUPPORT}/iDingTalk`),
  ],
  files: files('cache', MOLE, '{iDingTalk}/log/**', '{iDingTalk}/holmeslogs/**'),
  settings: [],
  never: below(['{DingTalkMac}', '{iDingTalk}'], '**/DBFiles/**', '**/*.db*'),
  notes: [],
  sources: ['tw93/Mole fs#69138019844', 'Tencent/lemon-cleaner'],
};
