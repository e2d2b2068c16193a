import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build.ts',
    setupFiles: ['test/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // No room keeps anything of a run in a module, so files can share them: loading all anew takes longer than most tests.
    isolate: false,
    // For what hangs: a busy machine takes many times longer than a quiet one.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC', NO_COLOR: '1', LANG: 'C' },
  },
})
