import type { CatalogueClient } from '../core/client.ts';
import { userDataInfo } from './qq/windows.ts';
import { below, common, data, fact, installs, programs } from './facts.ts';

const MULTI = fact('high', 'MultiWeChatManager original_remote_sw_v10.json');

export const tim: CatalogueClient = {
  id: 'tim',
  name: 'TIM',
  nameZh: 'TIM',
  otherNames: ['Tencent TIM', '腾讯TIM', 'QQ TIM'],
  origin: 'catalogue',
  editions: [
    {
      id: 'windows',
      platform: 'windows',
      roots: common(
        programs(
          MULTI,
          ...below(['{programFilesX86}', '{programFiles}', '**'], 'Tencent/TIM/Bin/TIM.exe'),
        ),
      ),
      helpers: [],
      tray: { ids: [], quitLabels: [] },
      closeQuits: false,
      bundleIds: [],
      installs: installs(MULTI, ['HKLM\\SOFTWARE\\WOW6432Node\\Tencent\\TIM', 'Install']),
      windowClasses: ['TXGuiFoundation'],
      commonClasses: ['TXGuiFoundation'],
      makers: [{ name: 'Tencent', source: 'winget-pkgs Tencent.TIM (publisher), medium' }],
      data: [
        data(
          fact('medium', 'MultiWeChatManager'),
          'Tencent Files',
          '{documents}/Tencent Files',
          userDataInfo('TIM'),
        ),
      ],
      files: [],
      settings: [],
      never: ['{Tencent Files}/**'],
      exitOnly: true,
      notes: [
        'the registry (HKLM Tencent\\TIM: Install) says where it is installed',
        'it shares its data folder with QQ: nothing is removed',
      ],
      sources: ['wfql1024/MultiWeChatManager'],
    },
  ],
};
