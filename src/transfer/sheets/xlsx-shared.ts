import { kindOfFormat, type NumberKind, plainText } from './cell-text.ts'
import type { Unpack } from './sheet.ts'
import { type Attributes, readXml, type XmlHandler } from './xml.ts'
import type { Zip } from './zip.ts'

/** What the cells of every sheet refer to. */
export interface Shared {
  readonly texts: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly epoch: 1900 | 1904
  /** The workbook is this program's own: its texts are as they were, blanks, line ends and all. */
  readonly isOwn: boolean
}

/** Throws DamagedZip. Neither part need be there. */
export async function readShared(
  zip: Zip,
  unpack: Unpack,
  texts: string | undefined,
  styles: string | undefined,
  { epoch, isOwn }: Pick<Shared, 'epoch' | 'isOwn'>,
): Promise<Shared> {
  const strings = new StringsXml(isOwn)
  if (texts !== undefined && zip.has(texts)) await readXml(unpack(texts, true), strings)
  const formats = new StylesXml()
  if (styles !== undefined && zip.has(styles)) await readXml(unpack(styles, true), formats)
  return { texts: strings.texts, kinds: formats.kinds, epoch, isOwn }
}

/** Collects the text of an element, in one run or several, without the readings that stand over Asian characters. */
export class RunText {
  text = ''
  #taking = false
  #reading = false

  constructor(private readonly isOwn: boolean) {}

  open(name: string): void {
    if (name === 't') this.#taking = !this.#reading
    else if (name === 'rPh') this.#reading = true
  }

  close(name: string): void {
    if (name === 't') this.#taking = false
    else if (name === 'rPh') this.#reading = false
  }

  add(text: string): void {
    if (this.#taking) this.text += text
  }

  /** What was collected; begins afresh. */
  done(): string {
    const { text } = this
    this.text = ''
    if (this.isOwn) return unescaped(text)
    return text.includes('_x') ? meantText(text) : plainText(text)
  }
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  const letter = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))
  return text
    .replace(/_x([0-9a-f]{4})_/gi, letter)
    .toWellFormed()
    .replaceAll('\0', '')
}

const BLANK = '_x(?:0009|000A|0020|00A0|1680|20[0-5][0-9A-F]|3000|FEFF)_'
const OUTER_BLANKS = new RegExp(`^((?:${BLANK})*)(.*?)((?:${BLANK})*)$`, 'is')

/** Blanks at the ends that are written as escapes are meant to be there. */
function meantText(text: string): string {
  const [, before = '', inner = '', after = ''] = OUTER_BLANKS.exec(text) ?? []
  return unescaped(before) + plainText(unescaped(inner)) + unescaped(after)
}

/** A copy that holds no piece of the file in memory, in as few bytes as its letters need. */
function alone(text: string): string {
  return Buffer.from(text).toString()
}

class StringsXml implements XmlHandler {
  readonly texts: string[] = []
  readonly #run: RunText

  constructor(isOwn: boolean) {
    this.#run = new RunText(isOwn)
  }

  open(name: string): void {
    this.#run.open(name)
  }

  close(name: string): void {
    this.#run.close(name)
    if (name === 'si') this.texts.push(alone(this.#run.done()))
  }

  text(text: string): void {
    this.#run.add(text)
  }
}

/** Finds out which cell styles show their numbers as dates and times. */
class StylesXml implements XmlHandler {
  readonly kinds: NumberKind[] = []
  readonly #codes = new Map<number, string>()
  #inCells = false

  open(name: string, attributes: Attributes): void {
    const id = Number(attributes['numFmtId'])
    if (name === 'numFmt') this.#codes.set(id, attributes['formatCode'] ?? '')
    else if (name === 'cellXfs') this.#inCells = true
    else if (name === 'xf' && this.#inCells) this.kinds.push(kindOfFormat(id, this.#codes.get(id)))
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCells = false
  }

  text(): void {}
}
