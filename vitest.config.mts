import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build.ts',
    setupFiles: ['test/setup.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    env: { TZ: 'UTC', NO_COLOR: '1', LANG: 'C' },
  },
})
