import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // Real programs start and leave here; on a busy machine that takes its time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
