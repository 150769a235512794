import type { Edition } from '../../core/client.ts';
import { fact, own } from '../facts.ts';

const WINE = fact('medium', 'zq1997/deepin-wine#401: package com.qq.weixin.work.deepin');

/** No native client was found: the Windows one runs in Wine. */
export const wecomLinux: Edition = {
  id: 'linux-wine',
  platform: 'linux',
  roots: own(
    ['/**/wine-preloader', '/**/wine64-preloader', '/**/wine', '/**/wine64'].map((exe) => ({
      exe,
      script: '**/WXWork/WXWork.exe',
      ...WINE,
    })),
  ),
  helpers: [],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: [],
  windowClasses: [],
  data: [],
  files: [],
  never: [],
  exitOnly: true,
  notes: [
    'wineserver -k ends everything in that prefix, so it is not used',
    'without a tray (GNOME) it cannot be quit by hand (deepin-wine#401)',
  ],
  sources: ['zq1997/deepin-wine#401', 'linuxdeepin/developer-center#10436'],
};
