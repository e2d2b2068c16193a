import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { relative } from 'node:path'
import { build } from 'esbuild'

/** CommonJS in one file: it starts faster than many modules, and its compiled code can be cached whole. */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Left as literals: what `new RegExp` parses at every start, V8 compiles when it is first asked.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'cjs',
  external: ['better-sqlite3', 'voronka:*'],
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

/**
 * better-sqlite3 is a dozen small files that look for an addon in as many places: a quarter of what Node takes to start.
 * Its code is in the bundle, and is used where the installed addon is of the same version; else it is loaded whole.
 */
const sqlite = {
  name: 'sqlite',
  setup(build) {
    const { version } = JSON.parse(readFileSync('node_modules/better-sqlite3/package.json', 'utf8'))
    if (!version.startsWith('12.')) return
    const addon = `require('voronka:addon ${version}')`
    const path = createRequire(import.meta.url).resolve('better-sqlite3')
    build.onResolve({ filter: /^better-sqlite3$/ }, ({ importer }) =>
      importer === path ? undefined : { path },
    )
    build.onResolve({ filter: /^bindings$/ }, () => ({ path: 'bindings', namespace: 'addon' }))
    build.onLoad({ filter: /./, namespace: 'addon' }, () => ({ contents: `module.exports = () => ${addon}` }))
    build.onLoad({ filter: /better-sqlite3[\\/]lib[\\/]index\.js$/ }, () => ({
      contents: `module.exports = ${addon} ? require('./database') : require('better-sqlite3')`,
    }))
  },
}

/** What esbuild's own escaping leaves: regular expressions. `bin/voronka.js` reads the file at a byte a character. */
function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** What is asked for all day: with what every start needs it is the first part of the bundle. */
const OFTEN =
  `day/next day/today deals/deal deals/list finding/search finding/show funnel/funnel line/batch quick/add reports/stuck
  tasks/add tasks/done touches/touch workspace/config`.split(/\s+/)

/**
 * V8 reads all of a text, and makes a closure of each function at the top of it, before anything runs. So the bundle
 * comes in parts, each read when something of it is asked for: 0 is where it starts, 1 the words, 2 all the rest.
 */
async function partsOf(options) {
  const { inputs } = (await build({ ...options, write: false, metafile: true })).metafile
  const WORDS = 'src/words/words.ts'
  const isLazy = (from, { kind }) => kind === 'dynamic-import' || (from === WORDS && kind === 'require-call')
  const reached = (paths, found = new Set()) => {
    for (const path of paths) {
      if (found.has(path) || inputs[path] === undefined) continue
      found.add(path)
      reached(
        inputs[path].imports.filter((one) => !isLazy(path, one)).map((one) => one.path),
        found,
      )
    }
    return found
  }
  const said = inputs[WORDS].imports.filter((one) => isLazy(WORDS, one)).map(({ path }) => path)
  const often = ['src/main.ts', ...OFTEN.map((name) => `src/cli/${name}.ts`)]
  const parts = [reached(often), reached(said), new Set(Object.keys(inputs))]
  const partOf = (path) => parts.findIndex((paths) => paths.has(path))
  /** By part, what others ask of it. */
  const asked = [new Set(), new Set(), new Set()]
  for (const [from, { imports }] of Object.entries(inputs))
    for (const { path } of imports)
      if (inputs[path] !== undefined && partOf(from) !== partOf(path)) asked[partOf(path)].add(path)
  return { partOf, asked }
}

/** Leaves out of a part what is in another: that is taken from there, each value once and for all. */
function apart(part, partOf) {
  return {
    name: 'apart',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
        if (from.kind === 'entry-point' || pluginData === part) return undefined
        const found = await build.resolve(path, { ...from, pluginData: part })
        if (found.external || found.namespace !== 'file') return found
        const own = relative('.', found.path).replaceAll('\\', '/')
        return partOf(own) === part ? found : { path: own, namespace: 'apart' }
      })
      build.onLoad({ filter: /./, namespace: 'apart' }, ({ path }) => {
        const other = `require('voronka:${partOf(path)}')(${JSON.stringify(path)})`
        if (!path.startsWith('src/')) return { contents: `module.exports = ${other}`, resolveDir: '.' }
        const names = [...readFileSync(path, 'utf8').matchAll(EXPORTED)].map(([, name]) => name)
        return { contents: `export const { ${names.join(', ')} } = ${other}`, resolveDir: '.' }
      })
    },
  }
}

const EXPORTED = /^export (?:async )?(?:const|class|function\*?) (\w+)/gm

async function partText(part, { partOf, asked }, options) {
  const modules = [...asked[part]].map((path) => `${JSON.stringify(path)}: () => require('./${path}'),`)
  const contents = `const modules = {${modules.join('\n')}}
    module.exports = (path) => modules[path]()
    ${part === 0 ? "require('./src/main.ts')" : ''}`
  const { outputFiles } = await build({
    ...options,
    entryPoints: undefined,
    stdin: { contents, resolveDir: '.', sourcefile: `part-${part}.js` },
    plugins: [apart(part, partOf), ...options.plugins],
    write: false,
  })
  return `(function(exports,require,module,__filename,__dirname){${ascii(outputFiles[0].text)}\n})`
}

if (process.argv[2] === 'bench') {
  await build({ ...shared, entryPoints: ['test/bench/main.ts'], outfile: 'dist/bench.cjs' })
} else {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const options = {
    ...shared,
    entryPoints: ['src/main.ts'],
    minify: true,
    keepNames: false,
    plugins: [unasked, areas, sqlite],
  }
  const parts = await partsOf(options)
  const texts = await Promise.all([0, 1, 2].map((part) => partText(part, parts, options)))
  const code = texts.join('\n')
  const id = createHash('sha256').update(version).update(code).digest('hex').slice(0, 16)
  mkdirSync('dist', { recursive: true })
  // Beside it first: a run that is under way reads on in the build that it began with.
  writeFileSync(
    'dist/voronka.cjs.new',
    `//${id} ${version} ${texts.map(({ length }) => length).join(' ')}\n${code}`,
  )
  renameSync('dist/voronka.cjs.new', 'dist/voronka.cjs')
}
