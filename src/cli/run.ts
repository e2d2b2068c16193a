import { lookUp } from '../domain/look-up.ts'
import { EXIT, type ExitCode, UsageError, UserError } from '../errors.ts'
import { saidAt } from '../render/said.ts'
import { sanitizeLines } from '../render/sanitize.ts'
import { remnants } from '../store/erasing/remnants.ts'
import { explainStatement } from '../store/open.ts'
import { anyToSend } from '../store/rules/outbox.ts'
import { wordsFor } from '../words/words.ts'
import type { World } from '../world.ts'
import type { Answer, CommandSpec, Typed } from './command.ts'
import { Context, type GlobalOptions } from './context.ts'
import { bare } from './day/bare.ts'
import { deliver, planDelivery } from './deliver.ts'
import { inEnglish, isBare } from './line/aliases.ts'
import { COMPLETE } from './line/completed.ts'
import { inWords } from './line/help.ts'
import { PlainLines } from './line/plain-line.ts'
import type { Invocation } from './line/program.ts'
import { type TypedLine, turnedRound } from './line/unknown.ts'
import { withKind } from './line/with-kind.ts'
import { withMaking } from './naming.ts'

/**
 * Runs one command line. Commands return their answer or throw; here alone errors become sentences and exit codes.
 * Never throws.
 */
export async function run(
  argv: readonly string[],
  world: World,
  specs: readonly CommandSpec[],
): Promise<ExitCode> {
  if (argv[0] === COMPLETE) return complete(argv.slice(1), world, specs)
  const english = isBareOnTerminal(argv, world) ? [...argv, 'today'] : inEnglish(argv, specs)
  const context = new Context(world, earlyOptions(english), argv)
  try {
    const line = await withKind({ typed: argv, english }, specs, world)
    const invocation = await parse(line, world, specs, context)
    const exit = invocation === undefined ? EXIT.done : await execute(invocation, world, line.typed)
    await arrived(world)
    return exit
  } catch (error) {
    return report(error, world, context)
  }
}

/** Throws UserError where the answer did not arrive, whatever the command did. */
async function arrived({ out }: World): Promise<void> {
  if ((await out.drain()) || out.failure === undefined) return
  const why = out.failure
  throw new UserError(
    (w) => w.cli.cannotPrint({ why: lookUp(w.cli.whyNotWritten, why) ?? why }),
    EXIT.cannotWrite,
  )
}

/** On a terminal, nothing but options asks what is to be done; off it, a script is told what there is. */
function isBareOnTerminal(argv: readonly string[], { out }: World): boolean {
  return out.isTTY && !argv.some((word) => /^-h$|^--(help|format|output)/.test(word)) && isBare(argv)
}

/** Answers a shell, which shows nothing of what goes wrong; the tree of commands is not built for it. */
async function complete(
  words: readonly string[],
  world: World,
  specs: readonly CommandSpec[],
): Promise<ExitCode> {
  const { completions } = await import('./line/complete.ts')
  const context = new Context(world, earlyOptions(words.slice(0, -1)), '')
  try {
    world.out.write(completions(words, specs, context))
    return EXIT.done
  } catch (error) {
    return report(error, world, context)
  } finally {
    context.close()
  }
}

async function execute(invocation: Invocation, world: World, argv: readonly string[]): Promise<ExitCode> {
  const context = new Context(world, invocation.global, argv)
  try {
    refuseEmpty(invocation)
    const delivery = planDelivery(context, invocation.spec)
    const command = await invocation.spec.load()
    const typed = await withFilter(context, invocation)
    const answer: Answer = isBareOnTerminal(argv, world)
      ? await bare(() => command(context, typed), context)
      : await command(context, typed)
    await deliver(answer, delivery, context)
    await sendTexts(answer, context)
    tellRemnants(context)
    return answer.exit ?? EXIT.done
  } catch (error) {
    return report(withMaking(error, invocation.spec.name, context), world, context)
  } finally {
    context.close()
  }
}

/** A script's empty variable names no file and no day: what is taken where none is named would be another. */
function refuseEmpty({ spec, typed, global }: Invocation): void {
  const [arg] = spec.args?.match(/^[<[]file[>\]]/) ?? []
  const values = {
    '--db': global.db,
    '--now': global.now,
    ...(arg !== undefined && { [arg]: typed.args[0] }),
  }
  for (const [flags, value] of Object.entries(values))
    if (value?.trim() === '')
      throw new UsageError((w) => w.commandLine.missingValue({ flags: inWords(flags, w), means: null }))
}

/** What rules have to say goes out after the change is there, and its answer. */
async function sendTexts({ exit = EXIT.done }: Answer, context: Context): Promise<void> {
  const store = exit === EXIT.done ? context.changed : undefined
  if (store === undefined || !store.isOpen || !anyToSend(store)) return
  const { sendOutbox } = await import('./rules/sending.ts')
  await sendOutbox(store, context)
}

/** An erasing that was cut short, or could not clean the file, is told of until that is done. */
function tellRemnants(context: Context): void {
  const store = context.changed
  if (store === undefined || !store.isOpen) return
  const [first] = remnants(store)
  if (first !== undefined) context.tell((w) => w.erasing.remnants({ id: `c${first}` }))
}

/** Loaded only where a filter is named. */
async function withFilter(context: Context, { spec, typed }: Invocation): Promise<Typed> {
  if (typed.options['filter'] === undefined) return typed
  const { withSavedFilter } = await import('./line/saved-filter.ts')
  return withSavedFilter(context, spec, typed)
}

/** The tree of commands is loaded and built only for what is not plain: help, and what is to be explained. */
async function parse(
  line: TypedLine,
  world: World,
  specs: readonly CommandSpec[],
  context: Context,
): Promise<Invocation | undefined> {
  // A language that there is not is refused, whether anything is said or not.
  void context.words
  const invocation = new PlainLines(specs).invocation(line.english) ?? (await inTree())
  // `add` takes any words, also those that turn another command round.
  const turned = invocation?.spec.name === 'add' ? turnedRound(line, specs) : undefined
  if (turned === undefined) return invocation
  context.speakAsWorkspace()
  throw new UsageError(turned)

  async function inTree() {
    const { readInTree } = await import('./line/tree.ts')
    context.speakAsWorkspace()
    return readInTree(line, world, specs, context.words)
  }
}

/** The workspace and the language that are named: in it everything is said. */
function earlyOptions(argv: readonly string[]): GlobalOptions {
  const value = (flag: string) => {
    const at = argv.indexOf(flag)
    return at < 0 ? argv.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1) : argv[at + 1]
  }
  const [db, lang] = [value('--db'), value('--lang')]
  return { ...(db !== undefined && { db }), ...(lang !== undefined && { lang }) }
}

/** Sentences quote what was typed and what is in the data: both are made safe to show. */
function report(thrown: unknown, world: World, context: Context): ExitCode {
  const error = explainStatement(thrown, context.path)
  // What was mistyped is refused before the workspace is opened for it.
  if (error instanceof UsageError) context.speakAsWorkspace()
  const words = wordsOrEnglish(context)
  const tell = (text: string) => world.err.write(`${saidAt(world.err.columns, sanitizeLines(text))}\n`)
  if (error instanceof UserError) {
    tell(error.say(words))
    return error.exit
  }
  const what = error instanceof Error ? error.message : String(error)
  tell(words.cli.fault({ what }))
  if (world.env['VORONKA_DEBUG'] === '1' && error instanceof Error) tell(error.stack ?? '')
  return EXIT.fault
}

/** The language itself may be what was mistyped, and the workspace that says it unreadable. */
function wordsOrEnglish(context: Context) {
  try {
    return context.words
  } catch (error) {
    return wordsFor(error instanceof UsageError ? 'en' : (context.wantedLang ?? 'en'))
  }
}
