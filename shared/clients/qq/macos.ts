import type { Edition } from '../../core/client.ts';
import { electronHelpers } from '../electron.ts';
import { applications, below, common, data, fact, files, programs } from '../facts.ts';

const LEMON = fact('medium', 'Tencent/lemon-cleaner; tw93/Mole#1511');
const BUNDLES = applications('QQ');
const CONTAINER = '{home}/Library/Containers/com.tencent.qq/Data';

export const qqMacos: Edition = {
  id: 'macos',
  platform: 'macos',
  roots: common(programs(LEMON, ...below(BUNDLES, 'Contents/MacOS/QQ'))),
  helpers: [
    ...electronHelpers(LEMON, BUNDLES, 'QQ'),
    ...programs(LEMON, ...below(BUNDLES, 'Contents/**/localserver2', 'Contents/**/ScreenCapture2')),
    // What it loads from its own updates runs there.
    ...programs(
      fact('low', 'assumed from its folder of updates'),
      `${CONTAINER}/Library/Application Support/QQ/versions/**/Contents/Frameworks/**`,
    ),
  ],
  tray: { ids: [], quitLabels: [] },
  closeQuits: false,
  bundleIds: ['com.tencent.qq'],
  windowClasses: [],
  data: [data(LEMON, 'com.tencent.qq', CONTAINER)],
  files: [
    ...files('your-files', LEMON, '{com.tencent.qq}/**/nt_data/**'),
    ...files('re-download', fact('medium', 'tw93/Mole#1559, pending'), '{com.tencent.qq}/tmp/**'),
  ],
  settings: [],
  never: ['{com.tencent.qq}/**/nt_db/**', '{com.tencent.qq}/**/global/**'],
  notes: ['the container needs Full Disk Access to be read'],
  sources: ['Tencent/lemon-cleaner', 'tw93/Mole#1511'],
};
