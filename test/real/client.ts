import type { Client, Edition } from '../../shared/core/client.ts';
import type { Platform } from '../../shared/core/model.ts';
import { BUNDLE_ID, NAME, type Installed } from './practice.ts';
import { platform, slashed } from './system.ts';

const OURS = { source: 'this test', confidence: 'high' } as const;

/** Where one platform differs from the other. */
const OF: Readonly<Partial<Record<Platform, Partial<Edition>>>> = {
  macos: { bundleIds: [BUNDLE_ID], tray: { ids: [], quitLabels: [] } },
  windows: { tray: { ids: [NAME], quitLabels: ['Quit'] } },
};

/** The practice client as the catalogue would describe it on this system. */
export function clientAt({ exe, helperExe }: Installed, data: string): Client {
  const edition: Edition = {
    ...{ id: platform, platform, closeQuits: false, bundleIds: [], windowClasses: [] },
    roots: [{ exe: slashed(exe), ...OURS }],
    helpers: [{ exe: slashed(helperExe), ...OURS }],
    tray: { ids: [], quitLabels: [] },
    data: [{ name: 'chat', path: slashed(data), ...OURS }],
    files: [{ glob: '{chat}/cache/**', tier: 'cache', ...OURS }],
    ...{ never: [], notes: [], sources: ['this test'] },
    ...OF[platform],
  };
  return { id: NAME, name: 'Chat', nameZh: '聊天', origin: 'catalogue', editions: [edition] };
}
