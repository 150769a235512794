import type { Edition } from '../../core/client.ts';
import { data, fact, files, own, programs, settings } from '../facts.ts';

const INDEX = fact('medium', 'public code index');

export const dingtalkWindows: Edition = {
  id: 'windows',
  platform: 'windows',
  roots: own(
    programs(
      INDEX,
      '{programFilesX86}/DingDing/main/current*/DingTalk.exe',
      '**/DingDing/main/current*/DingTalk.exe',
    ),
  ),
  helpers: programs(
    INDEX,
    '{programFilesX86}/DingDing/DingtalkLauncher.exe',
    '**/DingDing/DingtalkLauncher.exe',
  ),
  tray: { ids: [], quitLabels: ['退出钉钉', '退出'] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [data(INDEX, 'DingTalk', '{appData}/DingTalk')],
  files: [
    ...files('cache', INDEX, '{DingTalk}/log/**'),
    ...files(
      'your-files',
      INDEX,
      '{DingTalk}/*_v?/ImageFiles/**',
      '{DingTalk}/*_v?/VideoFiles/**',
      '{DingTalk}/*_v?/AudioFiles/**',
    ),
  ],
  settings: settings(INDEX, '{DingTalk}/globalStorage', '{DingTalk}/user_config'),
  never: ['{DingTalk}/*_v*/DBFiles/**', '{DingTalk}/globalStorage/**', '{DingTalk}/user_config/**'],
  accounts: [{ glob: '{DingTalk}/*_v?', has: 'DBFiles' }],
  notes: [
    'whether it asks before it quits is not known',
    'the labels of its tray menu are not confirmed (low)',
  ],
  sources: ['public code index'],
};
