import { OWN_SHEET } from '../sheet-cells.ts'
import {
  isoText,
  letters,
  MOST_COLUMNS,
  MOST_ROWS,
  type NumberKind,
  numberText,
  plainText,
  serialText,
  UNCOMPUTED,
} from './cell-text.ts'
import type { Sheet, SheetListener, SheetRow, Span, Unpack } from './sheet.ts'
import { RunText, readShared, type Shared, unescaped } from './xlsx-shared.ts'
import { type Attributes, parseXml, readXml, type XmlHandler } from './xml.ts'
import { DamagedZip, type Zip } from './zip.ts'

/** The sheets of an Office Open XML workbook (ECMA-376, both dialects). Throws DamagedZip. */
export async function openXlsx(zip: Zip, unpack: Unpack): Promise<Sheet[]> {
  const root = await relations(zip, unpack, '')
  const path = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const book = new WorkbookXml()
  await readXml(unpack(path), book)
  const related = await relations(zip, unpack, path)
  const target = (type: string) => related.find((one) => one.type === type)?.target
  let loading: Promise<Shared> | undefined
  const shared = () => {
    loading ??= readShared(zip, unpack, target('sharedStrings'), target('styles'), book)
    return loading
  }
  return book.sheets.flatMap(({ name, hidden, id }) => {
    const part = related.find((one) => one.id === id && one.type === 'worksheet')?.target
    if (part === undefined) return []
    return {
      name,
      hidden,
      async *rows(span: Span, listener?: SheetListener) {
        const sheet = new SheetXml(await shared(), span, listener)
        for await (const _ of parseXml(unpack(part), sheet)) {
          const rows = sheet.taken()
          if (rows.length > 0) yield rows
        }
      },
    }
  })
}

interface Relation {
  readonly id: string
  /** The last word of the type's address, which is alike in both dialects. */
  readonly type: string
  readonly target: string
}

/** What a part of the package refers to; '' is the package itself. */
async function relations(zip: Zip, unpack: Unpack, part: string): Promise<Relation[]> {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const path = `${folder}_rels/${part.slice(cut)}.rels`
  const found: Relation[] = []
  if (!zip.has(path)) return found
  await readXml(unpack(path), {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship') return
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) })
    },
    close() {},
    text() {},
  })
  return found
}

function resolved(folder: string, target: string): string {
  const path: string[] = []
  for (const step of `${target.startsWith('/') ? '' : folder}${target.replaceAll('\\', '/')}`.split('/'))
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  return path.join('/')
}

class WorkbookXml implements XmlHandler {
  readonly sheets: { name: string; hidden: boolean; id: string }[] = []
  epoch: 1900 | 1904 = 1900

  get isOwn(): boolean {
    return this.sheets.some(({ name }) => name === OWN_SHEET)
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'workbookPr' && isTrue(attributes['date1904'])) this.epoch = 1904
    if (name !== 'sheet') return
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const { name: title = '', state = 'visible' } = attributes
    this.sheets.push({ name: title, hidden: state !== 'visible', id })
  }

  close(): void {}
  text(): void {}
}

const isTrue = (text: string | undefined) => text === '1' || text?.toLowerCase() === 'true'

class SheetXml implements XmlHandler {
  #rows: SheetRow[] = []
  #line = 0
  #isOpen = false
  #column = -1
  #cells: string[] = []
  #outside: string | undefined
  #type = 'n'
  #kind: NumberKind = 'number'
  #value = ''
  #inValue = false
  #isFormula = false
  readonly #run: RunText

  constructor(
    private readonly shared: Shared,
    private readonly span: Span,
    private readonly listener: SheetListener | undefined,
  ) {
    this.#run = new RunText(shared.isOwn)
  }

  /** The rows that are whole by now. */
  taken(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#inValue = true
    else if (name === 'f') this.#isFormula = true
    else if (name === 'row') {
      const line = Number(attributes['r'] ?? this.#line + 1)
      // Rows are told apart by their numbers, which only grow.
      if (!(Number.isInteger(line) && line > this.#line && line <= MOST_ROWS)) throw new DamagedZip()
      this.#line = line
      this.#isOpen = true
      this.#column = -1
    } else if (name === 'mergeCell') this.listener?.merged(attributes['ref'] ?? '')
    else this.#run.open(name)
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#put(this.#textOf())
    else if (name === 'row') this.#closeRow()
    else this.#run.close(name)
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
    else this.#run.add(text)
  }

  #openCell({ r: place, t: type = 'n', s: style }: Attributes): void {
    this.#column = place === undefined ? this.#column + 1 : columnOf(place)
    if (this.#column >= MOST_COLUMNS) throw new DamagedZip()
    this.#type = type
    this.#kind = style === undefined ? 'number' : (this.shared.kinds[Number(style)] ?? 'number')
    this.#value = ''
    this.#isFormula = false
    this.#run.text = ''
  }

  #textOf(): string {
    const value = this.#value
    // The value of a formula may be a text without a letter.
    if (value === '' && this.#isFormula && this.#type !== 'str') return UNCOMPUTED
    switch (this.#type) {
      case 's':
        return value === '' ? '' : this.#sharedText(Number(value))
      case 'inlineStr':
        return this.#run.done()
      case 'str':
        return plainText(unescaped(value))
      case 'b':
        return value === '' ? '' : isTrue(value) ? 'TRUE' : 'FALSE'
      case 'd':
        return isoText(value)
      case 'e':
        return value
      default:
        if (value === '') return ''
        return this.#kind === 'number' ? numberText(value) : serialText(value, this.#kind, this.shared.epoch)
    }
  }

  #sharedText(index: number): string {
    const text = this.shared.texts[index]
    if (text === undefined) throw new DamagedZip()
    return text
  }

  #put(text: string): void {
    if (text === '') return
    const { from, to } = this.span
    const column = this.#column
    if (column < from || column >= to) this.#outside ??= `${letters(column)}${this.#line}`
    else {
      const cells = this.#cells
      while (cells.length < column - from) cells.push('')
      cells[column - from] = text
      if (text === UNCOMPUTED && this.#isFormula && this.#value === '')
        this.listener?.uncomputed(column, this.#line, 1)
    }
  }

  #closeRow(): void {
    if (!this.#isOpen) throw new DamagedZip()
    this.#isOpen = false
    const outside = this.#outside
    if (this.#cells.length > 0 || outside !== undefined)
      this.#rows.push({
        line: this.#line,
        cells: this.#cells,
        ...(outside === undefined ? {} : { outside }),
      })
    this.#cells = []
    this.#outside = undefined
  }
}

/** `AB12` → 27. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
