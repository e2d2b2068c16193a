import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

/** One CommonJS file: it starts faster than many modules, and its compiled code can be cached whole. */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  external: ['better-sqlite3'],
  logLevel: 'warning',
}

if (process.argv[2] === 'bench') {
  await build({ ...shared, entryPoints: ['test/bench/main.ts'], outfile: 'dist/bench.cjs' })
} else {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  await build({
    ...shared,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/voronka.cjs',
    minify: true,
    keepNames: false,
    define: { VORONKA_VERSION: JSON.stringify(version) },
  })
  const code = readFileSync('dist/voronka.cjs', 'utf8')
  const id = createHash('sha256').update(code).digest('hex').slice(0, 16)
  writeFileSync('dist/voronka.cjs', `//${id}\n${code}`)
}
