import type { Edition } from '../../core/client.ts';
import { data, fact, flatpakHome, own, programs, sandboxed } from '../facts.ts';

const FLATHUB = fact('high', 'flathub/com.dingtalk.DingTalk: opt/apps of the official package');
const DATA = fact('low', 'flathub/com.dingtalk.DingTalk: layout not documented');
const FLATPAK = 'com.dingtalk.DingTalk';
const PROGRAM = 'com.alibabainc.dingtalk';

export const dingtalkLinux: Edition = {
  id: 'linux',
  platform: 'linux',
  roots: own([
    ...programs(FLATHUB, `/opt/apps/${PROGRAM}/files/*/${PROGRAM}`),
    ...programs(fact('medium', 'archlinuxcn dingtalk-bin'), `/opt/dingtalk/release/${PROGRAM}`),
    ...sandboxed(FLATHUB, FLATPAK, `/app/extra/dingtalk/*/${PROGRAM}`),
  ]),
  helpers: [],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [
    data(DATA, 'DingTalk', '{config}/DingTalk'),
    data(DATA, 'DingTalk', `${flatpakHome(FLATPAK)}/config/DingTalk`),
  ],
  files: [],
  settings: [],
  never: ['{DingTalk}/**'],
  exitOnly: true,
  notes: ['how it keeps its files is not documented: nothing is removed'],
  sources: ['flathub/com.dingtalk.DingTalk', 'archlinuxcn/repo dingtalk-bin'],
};
