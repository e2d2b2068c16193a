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

/** Commander loads it to run subcommands that are programs of their own, of which there are none: 3 ms of a start. */
const noChildProcess = {
  name: 'no-child-process',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      importer.includes('commander') ? { path, namespace: 'empty' } : undefined,
    )
    build.onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: '' }))
  },
}

/** What esbuild's own escaping leaves: regular expressions. `bin/voronka.js` reads the file at a byte a character. */
function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
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
    plugins: [noChildProcess],
  })
  const code = ascii(readFileSync('dist/voronka.cjs', 'utf8'))
  const id = createHash('sha256').update(version).update(code).digest('hex').slice(0, 16)
  const wrapped = `(function(exports,require,module,__filename,__dirname){${code}\n})`
  writeFileSync('dist/voronka.cjs', `//${id} ${version}\n${wrapped}`)
}
