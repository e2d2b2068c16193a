import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

/** One CommonJS file: it starts faster than many modules, and its compiled code can be cached whole. */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Left as literals: what `new RegExp` parses at every start, V8 compiles when it is first asked.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'cjs',
  external: ['better-sqlite3'],
  logLevel: 'warning',
}

/**
 * What packages load and nobody here asks of them. Commander would run subcommands that are programs of their own, 3 ms
 * of a start; Inquirer would open an editor, and so brings the tables of all encodings: a quarter of the bundle. Kysely
 * makes tables too, names schemas and merges: a third of it, which every start would load. Chalk looks at the terminal,
 * for which Node loads what it knows of them; here the level is always said.
 */
const unasked = {
  name: 'unasked',
  setup(build) {
    const none = ({ path }) => ({ path, namespace: 'none' })
    build.onResolve({ filter: /^node:child_process$/ }, (found) =>
      found.importer.includes('commander') ? none(found) : undefined,
    )
    build.onResolve({ filter: /^@inquirer\/external-editor$/ }, none)
    build.onLoad({ filter: /chalk[\\/].*[\\/]supports-color[\\/]index\.js$/ }, () => ({
      contents: 'export default {}',
    }))
    build.onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {}' }))
    build.onLoad(
      { filter: /kysely.*[\\/](schema|with-schema-plugin|merge-query-builder)\.js$/ },
      ({ path }) => {
        const [, name] = /export class (\w+)/.exec(readFileSync(path, 'utf8'))
        return { contents: `export class ${name} {}` }
      },
    )
  },
}

/**
 * An area of words is loaded when something of it is said: all of them are a third of what a start would load, and a
 * command says little. So in the bundle the fields of a catalogue are getters.
 */
const areas = {
  name: 'areas',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]words[\\/]words\.ts$/ }, ({ path }) => {
      const files = new Map()
      const contents = readFileSync(path, 'utf8')
        .replace(/^import \{ type \w+, (\w+) \} from ('.*')$/gm, (_, area, file) => {
          files.set(area, file)
          return ''
        })
        .replace(/^ {4}(\w+): (\w+)\[lang\],$/gm, (_, field, area) => {
          const file = files.get(area)
          files.delete(area)
          return `get ${field}() { return require(${file}).${area}[lang] },`
        })
      if (files.size > 0 || contents.includes('[lang],')) throw new Error(`${path} is not as it was`)
      return { contents, loader: 'ts' }
    })
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
    plugins: [unasked, areas],
  })
  const code = ascii(readFileSync('dist/voronka.cjs', 'utf8'))
  const id = createHash('sha256').update(version).update(code).digest('hex').slice(0, 16)
  const wrapped = `(function(exports,require,module,__filename,__dirname){${code}\n})`
  writeFileSync('dist/voronka.cjs', `//${id} ${version}\n${wrapped}`)
}
