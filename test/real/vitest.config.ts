import { defineConfig } from 'vitest/config';
import { hostEnvironment } from '../../shared/machine/environment.ts';

/** What only the real system can show; `npm test` takes nothing of it, because it needs none. */
const OF_SYSTEM = { windows: ['test/real/windows/*.real.ts'], macos: [], linux: [] } as const;

export default defineConfig({
  test: {
    include: ['test/real/*.real.ts', ...OF_SYSTEM[hostEnvironment().platform]],
    // One at a time: there is one desktop, and one client of each name on it.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
