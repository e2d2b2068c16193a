import { plural, type Translated } from './translated.ts'

type Kind = 'xlsx' | 'ods' | 'html'

const en = {
  option: 'sheet of a workbook, by its name or number',
  /** How a file that is no text was read, in place of its encoding and delimiter. */
  kinds: { xlsx: 'Excel workbook', ods: 'OpenDocument workbook', html: 'HTML table', json: 'JSON' },
  sheet: (name: string) => `sheet "${name}"`,
  encoding: (name: string) => `encoding ${name}`,
  misnamed: (p: { file: string; kind: Kind }) =>
    `${p.file}: whatever its name, this is an ${{ xlsx: 'Excel workbook (xlsx)', ods: 'OpenDocument workbook (ods)', html: 'HTML page with a table' }[p.kind]}, and it is read as such`,
  taken: (p: { sheet: string; others: readonly string[] }) =>
    `Sheet "${p.sheet}" is read, not ${listed(p.others, '"', '"')}. For another: --sheet NAME`,
  unseen: (p: { all: number; seen: number }) =>
    `There are ${p.all} sheets, and only the first ${p.seen} were looked at. For another: --sheet NAME`,
  headerBelow: (p: { row: number }) =>
    `The header is in row ${p.row} of the sheet; the rows above it are left out`,
  outside: (p: { cell: string }) =>
    `The cell ${p.cell} has no header above it. Give its column a name, or empty the cell`,
  merged: (p: { names: readonly string[]; count: number }) =>
    `Merged cells (${some(p)}) have their value in the first row only; the others are read as blank`,
  uncomputed: (p: { column: string; count: number }) =>
    `Formulas of "${p.column}" were never computed (${p.count} ${p.count === 1 ? 'cell' : 'cells'}): open the file in Excel and save it`,
  whichSheet: (p: { names: readonly string[] }) =>
    `no sheet has headers that are known. Name the one to read: --sheet NAME (${listed(p.names, '"', '"')}).`,
  noSheet: (p: { text: string; names: readonly string[] }) =>
    `There is no sheet "${p.text}". There are: ${listed(p.names, '"', '"')}`,
  protectedBook: 'this workbook is protected with a password; in Excel save it without one.',
  binaryBook: 'this is a binary Excel workbook (xlsb); in Excel choose "Save as", then xlsx or CSV UTF-8.',
  damagedBook:
    'this workbook or archive is damaged or was not copied whole; get it anew, or open it in Excel and save it again.',
  hugeBook: 'this workbook is too large to be read; in Excel choose "Save as", then CSV UTF-8.',
  webArchive: 'this is a web archive (mht); in Excel choose "Save as", then xlsx or CSV UTF-8.',
  tooManyRows: (p: { most: number }) =>
    `A sheet of Excel holds ${p.most} rows, and there are more. Export less of them (--period, --manager …), or --format csv`,
  longText: (p: { record: string; column: string; most: number }) =>
    `${p.record}: ${p.column} is longer than the ${p.most} characters that a cell of Excel holds. Export it with --format csv`,
}

function listed(names: readonly string[], open: string, close: string): string {
  return names.map((name) => `${open}${name}${close}`).join(', ')
}

const some = (p: { names: readonly string[]; count: number }) =>
  p.count > p.names.length ? `${p.names.join(', ')}…` : p.names.join(', ')

export type SheetsWords = typeof en

export const sheetsWords: Translated<SheetsWords> = {
  en,
  ru: {
    option: 'лист книги: его имя или номер',
    kinds: { xlsx: 'книга Excel', ods: 'книга OpenDocument', html: 'таблица HTML', json: 'JSON' },
    sheet: (name) => `лист «${name}»`,
    encoding: (name) => `кодировка ${name}`,
    misnamed: (p) =>
      `${p.file}: как бы файл ни назывался, это ${{ xlsx: 'книга Excel (xlsx)', ods: 'книга OpenDocument (ods)', html: 'страница HTML с таблицей' }[p.kind]}, так она и читается`,
    taken: (p) =>
      `Читается лист «${p.sheet}», а не ${listed(p.others, '«', '»')}. Если нужен другой: --sheet ИМЯ`,
    unseen: (p) => `Листов ${p.all}, просмотрены первые ${p.seen}. Если нужен другой: --sheet ИМЯ`,
    headerBelow: (p) => `Заголовок — в строке ${p.row} листа; строки над ним не берутся`,
    outside: (p) => `Над ячейкой ${p.cell} нет заголовка. Назовите её колонку или очистите ячейку`,
    merged: (p) =>
      `У объединённых ячеек (${some(p)}) значение есть только в первой строке; остальные читаются как пустые`,
    uncomputed: (p) =>
      `Формулы колонки «${p.column}» не вычислены (${p.count} ${plural(p.count, 'ячейка', 'ячейки', 'ячеек')}): откройте файл в Excel и сохраните`,
    whichSheet: (p) =>
      `ни на одном листе нет знакомых заголовков. Назовите нужный: --sheet ИМЯ (${listed(p.names, '«', '»')}).`,
    noSheet: (p) => `Листа «${p.text}» нет. Есть: ${listed(p.names, '«', '»')}`,
    protectedBook: 'книга защищена паролем; сохраните её в Excel без пароля.',
    binaryBook:
      'это двоичная книга Excel (xlsb); в Excel выберите «Сохранить как», затем xlsx или CSV UTF-8.',
    damagedBook:
      'книга или архив повреждены или скопированы не целиком; получите файл заново или откройте в Excel и сохраните ещё раз.',
    hugeBook: 'книга слишком велика; в Excel выберите «Сохранить как», затем CSV UTF-8.',
    webArchive: 'это веб-архив (mht); в Excel выберите «Сохранить как», затем xlsx или CSV UTF-8.',
    tooManyRows: (p) =>
      `На листе Excel помещается ${p.most} строк, а здесь больше. Выгрузите часть (--period, --manager …) или всё с --format csv`,
    longText: (p) =>
      `${p.record}: ${p.column} длиннее ${p.most} знаков, больше в ячейку Excel не входит. Выгрузите с --format csv`,
  },
  uk: {
    option: 'аркуш книги: його ім’я або номер',
    kinds: { xlsx: 'книга Excel', ods: 'книга OpenDocument', html: 'таблиця HTML', json: 'JSON' },
    sheet: (name) => `аркуш «${name}»`,
    encoding: (name) => `кодування ${name}`,
    misnamed: (p) =>
      `${p.file}: хоч як файл називається, це ${{ xlsx: 'книга Excel (xlsx)', ods: 'книга OpenDocument (ods)', html: 'сторінка HTML з таблицею' }[p.kind]}, так її й прочитано`,
    taken: (p) =>
      `Читається аркуш «${p.sheet}», а не ${listed(p.others, '«', '»')}. Якщо потрібен інший: --sheet ІМ’Я`,
    unseen: (p) => `Аркушів ${p.all}, переглянуто перші ${p.seen}. Якщо потрібен інший: --sheet ІМ’Я`,
    headerBelow: (p) => `Заголовок — у рядку ${p.row} аркуша; рядки над ним не беруться`,
    outside: (p) => `Над клітинкою ${p.cell} немає заголовка. Назвіть її колонку або очистьте клітинку`,
    merged: (p) =>
      `В об’єднаних клітинок (${some(p)}) значення є лише в першому рядку; решта читається як порожні`,
    uncomputed: (p) =>
      `Формули колонки «${p.column}» не обчислено (${p.count} ${plural(p.count, 'клітинка', 'клітинки', 'клітинок')}): відкрийте файл в Excel і збережіть`,
    whichSheet: (p) =>
      `на жодному аркуші немає знайомих заголовків. Назвіть потрібний: --sheet ІМ’Я (${listed(p.names, '«', '»')}).`,
    noSheet: (p) => `Аркуша «${p.text}» немає. Є: ${listed(p.names, '«', '»')}`,
    protectedBook: 'книгу захищено паролем; збережіть її в Excel без пароля.',
    binaryBook: 'це двійкова книга Excel (xlsb); в Excel оберіть «Зберегти як», потім xlsx або CSV UTF-8.',
    damagedBook:
      'книгу чи архів пошкоджено або скопійовано не повністю; отримайте файл знову чи відкрийте в Excel і збережіть ще раз.',
    hugeBook: 'книга завелика; в Excel оберіть «Зберегти як», потім CSV UTF-8.',
    webArchive: 'це вебархів (mht); в Excel оберіть «Зберегти як», потім xlsx або CSV UTF-8.',
    tooManyRows: (p) =>
      `На аркуші Excel уміщується ${p.most} рядків, а тут більше. Вивантажте частину (--period, --manager …) або все з --format csv`,
    longText: (p) =>
      `${p.record}: ${p.column} довше за ${p.most} знаків, більше в комірку Excel не входить. Вивантажте з --format csv`,
  },
}
