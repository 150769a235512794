import type { Client, Edition } from '../../shared/core/client.ts';
import { BUNDLE_ID, NAME, type Installed } from './practice.ts';
import { platform, slashed } from './system.ts';

const OURS = { source: 'this test', confidence: 'high' } as const;

/** The practice client as the catalogue would describe it on this system. */
export function clientAt({ exe, helperExe }: Installed, data: string): Client {
  const edition: Edition = {
    ...{ id: platform, platform, closeQuits: false, windowClasses: [] },
    bundleIds: platform === 'macos' ? [BUNDLE_ID] : [],
    roots: [{ exe: slashed(exe), ...OURS, name: 'common' }],
    helpers: [{ exe: slashed(helperExe), ...OURS }],
    // No menu of it can be pressed: macOS forbids it, and the one for Windows has no icon.
    tray: { ids: [], quitLabels: [] },
    data: [{ name: 'chat', path: slashed(data), ...OURS }],
    files: [{ glob: '{chat}/cache/**', tier: 'cache', ...OURS }],
    ...{ never: [], notes: [], sources: ['this test'] },
  };
  return { id: NAME, name: 'Chat', nameZh: '聊天', origin: 'catalogue', editions: [edition] };
}
