import { plural, type Translated } from './translated.ts'

const en = {
  unknownEncoding: (name: string, known: string) => `Unknown encoding "${name}". Known: ${known}.`,
  refused: (file: string, why: string) => `${file}: ${why}`,
  noSuchFile: (file: string) => `There is no file ${file}.`,
  noPermission: (file: string) => `No permission to read ${file}.`,
  directory: 'this is a directory; name a CSV file in it.',
  empty: 'the file is empty: no header, no rows.',
  endless: 'this is a device that never ends; name a file.',
  endlessStream: (megabytes: number) =>
    `no line ends within ${megabytes} MB, so this is no table, or a stream that never ends.`,
  unreadable: (code: string) => `it cannot be read (${code}); copy it to a sound disk first.`,
  endlessHeader:
    'the first line does not end within 256 KB, so it is no header; look for a quote that is never closed, or name the --delimiter.',
  zip: 'this is a zip archive and no workbook; unpack it and import the file in it.',
  oldExcel: 'this is an old Excel workbook (xls); in Excel choose "Save as", then xlsx or CSV UTF-8.',
  pdf: 'this is a PDF document; export the data as CSV.',
  compressed: 'the file is compressed; unpack it first.',
  database: 'this is an SQLite database, not a table of text; to open it as a workspace use --db.',
  html: 'this is a web page (HTML) or XML, and there is no table in it; export the data as CSV or xlsx.',
  fullCopy: 'this is a full copy; it is put back by voronka import all.',
  jsonUnclosed: (line: number) =>
    `the JSON object or list that begins on line ${line} is never closed: the file is not whole.`,
  badJson: 'This is no JSON object: each record is one, {"name": "Ann", …}.',
  jsonLists: 'this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  jsonNested: (key: string) =>
    `"${key}" holds an object or a list in a list; a value is a text, a number, true, false or a list of those.`,
  jsonLongNumber: (key: string) =>
    `"${key}" is a number too long to be exact; write it as a text, in quotes.`,
  archive: 'this is an archive; unpack it and import the file in it.',
  picture: 'this is a picture; export the data as CSV or xlsx.',
  richText: 'this is a text document (RTF); export the data as CSV or xlsx.',
  nulBytes: (line: number) =>
    `line ${line} has a zero byte, so this is no text, or a damaged one; save it as CSV UTF-8.`,
  brokenText: (line: number, encoding: string) =>
    `line ${line} does not fit the encoding ${encoding}; name the right one with --encoding.`,
  strangeText: (line: number, known: string) =>
    `no encoding that can be guessed makes words of the letters from line ${line} on; name it with --encoding: ${known}.`,
  doubtfulEncoding: (encoding: string) =>
    `Read as ${encoding}, but that is no more than a guess: look at the letters, and name the right encoding with --encoding.`,
  unclosed: 'A quote opened here is never closed.',
  tooManyCells: (cells: number, headers: number) => `${cells} cells where the header has ${headers}.`,
  strayQuote:
    'A quote within a cell in quotes: where the cell ends is a guess. Double the quote ("") or take the outer ones away.',
  shortRows: (count: number) =>
    count === 1
      ? 'This row has fewer cells than the header; the missing ones are taken as blank.'
      : `From here on ${count} rows have fewer cells than the header; the missing ones are taken as blank.`,
  comment: 'A comment, not a row; the line is passed over.',
  backslashes: 'Quotes within cells are written \\" here and read as "',
  headerAgain: 'The header is repeated here; the line is passed over.',
  headerBelow: (line: number) => `The header is on line ${line}; the lines above it are left out`,
  footer: (text: string, count: number) =>
    count === 1
      ? `The last line is no record and left out: “${text}”.`
      : `The last ${count} lines are no records and left out, from “${text}” on.`,
  tooLong: (characters: number, most: number) =>
    `A cell of ${characters} characters, where ${most} are the most. Look for a quote that is never closed, or shorten it.`,
  endlessLine: 'This line has no end: only its beginning is kept. Look for what was pasted into it.',
  sheetError: 'An error of a spreadsheet formula is no value: taken as blank.',
  sheetBroken: 'The formula of this cell is broken. Mend it in the spreadsheet, or empty the cell.',
  roundedId:
    'A spreadsheet has rounded this id, so that different ones look alike. Export again with the column as text, or name other columns that identify a row: --key HEADER[,HEADER].',
  signLost:
    'A ? stands where the encoding has no place for the currency sign: taken without it. To name the currency: --set currency=CODE',
  roundedPhone: 'A spreadsheet has rounded this phone: left out. Export again with the column as text.',
  noughtDay: 'Programs write this where there is no date: taken as blank.',
  notAgreed: 'No amount yet: taken as unknown.',
  unlikelyYear: 'An unlikely year; the date is taken as written.',
  unreadableDate: (text: string) =>
    `Cannot read the date "${text}": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30.`,
  dateOutOfOrder: (text: string, order: string) =>
    `"${text}" is no date in the order ${order} of its column.`,
  ambiguousDate: (text: string, header: string, line: number, orders: string) =>
    `Unclear date ${text} in the column "${header}", line ${line}: --date-order ${orders}.`,
  datesDisagree: (header: string, a: string, lineA: number, b: string, lineB: number) =>
    `The column "${header}" mixes day-first and month-first dates: ${a} in line ${lineA}, ${b} in line ${lineB}. Make them alike in the file.`,
  unclearDecimal: (text: string, header: string, line: number) =>
    `Unclear amount ${text} in the column "${header}", line ${line}: --decimal , or .`,
  decimalsDisagree: (header: string, a: string, lineA: number, b: string, lineB: number) =>
    `The column "${header}" mixes decimal commas and points: ${a} in line ${lineA}, ${b} in line ${lineB}. Make them alike in the file.`,
}

export type ReadingWords = typeof en

export const readingWords: Translated<ReadingWords> = {
  en,
  ru: {
    unknownEncoding: (name, known) => `Неизвестная кодировка «${name}». Есть: ${known}.`,
    refused: (file, why) => `${file}: ${why}`,
    noSuchFile: (file) => `Нет файла ${file}.`,
    noPermission: (file) => `Нет права читать ${file}.`,
    directory: 'это каталог; укажите CSV-файл в нём.',
    empty: 'файл пуст: нет ни заголовка, ни строк.',
    endless: 'это устройство без конца; назовите файл.',
    endlessStream: (megabytes) =>
      `за ${megabytes} МБ ни одна строка не кончилась: это не таблица или поток без конца.`,
    unreadable: (code) => `его не прочитать (${code}); сначала скопируйте его на исправный диск.`,
    endlessHeader:
      'первая строка не кончается и за 256 КБ, это не заголовок; поищите незакрытую кавычку или назовите разделитель: --delimiter.',
    zip: 'это архив zip, а не книга Excel; распакуйте его и загрузите файл из него.',
    oldExcel:
      'это книга Excel старого образца (xls); в Excel выберите «Сохранить как», затем xlsx или CSV UTF-8.',
    pdf: 'это документ PDF; выгрузите данные в CSV.',
    compressed: 'файл сжат; сначала распакуйте его.',
    database: 'это база SQLite, а не текстовая таблица; чтобы открыть её как рабочую базу, есть --db.',
    html: 'это веб-страница (HTML) или XML без таблицы; выгрузите данные в CSV или xlsx.',
    fullCopy: 'это полная копия базы; её возвращает voronka import all.',
    jsonUnclosed: (line) =>
      `объект или список JSON, который начинается в строке ${line}, не закрыт: файл не целый.`,
    badJson: 'Это не объект JSON: каждая запись — объект, {"name": "Анна", …}.',
    jsonLists: 'это JSON, но не список объектов; каждая запись — объект: [{"name": "Анна", …}, …].',
    jsonNested: (key) =>
      `В «${key}» объект или список в списке; значение — текст, число, true, false или список из них.`,
    jsonLongNumber: (key) =>
      `Число в «${key}» слишком длинное, чтобы быть точным; запишите его текстом, в кавычках.`,
    archive: 'это архив; распакуйте его и загрузите файл из него.',
    picture: 'это картинка; выгрузите данные в CSV или xlsx.',
    richText: 'это текстовый документ (RTF); выгрузите данные в CSV или xlsx.',
    nulBytes: (line) =>
      `в строке ${line} нулевой байт: это не текст, или он испорчен; сохраните его как CSV UTF-8.`,
    brokenText: (line, encoding) =>
      `строка ${line} не подходит к кодировке ${encoding}; назовите верную: --encoding.`,
    strangeText: (line, known) =>
      `буквы начиная со строки ${line} не складываются в слова ни в одной кодировке, которую можно угадать; назовите её: --encoding. Есть: ${known}.`,
    doubtfulEncoding: (encoding) =>
      `Прочитано как ${encoding}, но это только догадка: взгляните на буквы и, если они не те, назовите верную кодировку: --encoding.`,
    unclosed: 'Открытая здесь кавычка нигде не закрыта.',
    tooManyCells: (cells, headers) => `Ячеек ${cells}, а в заголовке ${headers}.`,
    strayQuote:
      'Кавычка внутри ячейки в кавычках: где ячейка кончается, можно лишь гадать. Удвойте кавычку ("") или уберите внешние.',
    shortRows: (count) =>
      count === 1
        ? 'В этой строке ячеек меньше, чем в заголовке; недостающие считаются пустыми.'
        : `Отсюда и дальше в ${count} ${plural(count, 'строке', 'строках', 'строках')} ячеек меньше, чем в заголовке; недостающие считаются пустыми.`,
    comment: 'Это примечание, а не запись; строка пропущена.',
    backslashes: 'Кавычки внутри ячеек записаны здесь как \\" и прочитаны как "',
    headerAgain: 'Здесь повторён заголовок; строка пропущена.',
    headerBelow: (line) => `Заголовок — в строке ${line}; строки над ним не берутся`,
    footer: (text, count) =>
      `${count === 1 ? 'Последняя строка — не запись' : `Последние строки (${count}) — не записи`}: «${text}»${count === 1 ? ' не берётся' : ' и дальше не берётся'}.`,
    tooLong: (characters, most) =>
      `В ячейке ${characters} знаков, а больше ${most} не бывает. Поищите незакрытую кавычку или сократите текст.`,
    endlessLine: 'У этой строки нет конца: взято только её начало. Поищите, что в неё вставлено.',
    sheetError: 'Ошибка формулы — это не значение: ячейка считается пустой.',
    sheetBroken: 'Формула в этой ячейке сломана. Исправьте её в таблице или очистите ячейку.',
    roundedId:
      'Таблица округлила этот id, и разные id стали одинаковыми. Выгрузите заново, сделав колонку текстовой, или назовите другие колонки, по которым узнаётся строка: --key КОЛОНКА[,КОЛОНКА].',
    signLost:
      'Вместо знака валюты стоит «?»: в этой кодировке его нет. Взято без него; назвать валюту: --set currency=КОД',
    roundedPhone: 'Таблица округлила этот телефон: он не взят. Выгрузите заново, сделав колонку текстовой.',
    noughtDay: 'Так программы пишут, когда даты нет: считаем её пустой.',
    notAgreed: 'Суммы пока нет: взята как неизвестная.',
    unlikelyYear: 'Странный год; дата взята как написана.',
    unreadableDate: (text) =>
      `Непонятная дата «${text}»: пишите, например, 2026-09-14, 14.09.2026 или 14.09.2026 15:30.`,
    dateOutOfOrder: (text, order) => `«${text}» — не дата в порядке ${order}, каким написана колонка.`,
    ambiguousDate: (text, header, line, orders) =>
      `Неясная дата ${text} в колонке «${header}», строка ${line}: --date-order ${orders}.`,
    datesDisagree: (header, a, lineA, b, lineB) =>
      `В колонке «${header}» где-то первым идёт день, а где-то месяц: ${a} в строке ${lineA}, ${b} в строке ${lineB}. Приведите даты в файле к одному виду.`,
    unclearDecimal: (text, header, line) =>
      `Неясная сумма ${text} в колонке «${header}», строка ${line}: --decimal , или .`,
    decimalsDisagree: (header, a, lineA, b, lineB) =>
      `В колонке «${header}» и запятые, и точки перед копейками: ${a} в строке ${lineA}, ${b} в строке ${lineB}. Приведите суммы в файле к одному виду.`,
  },
  uk: {
    unknownEncoding: (name, known) => `Невідоме кодування «${name}». Є: ${known}.`,
    refused: (file, why) => `${file}: ${why}`,
    noSuchFile: (file) => `Немає файлу ${file}.`,
    noPermission: (file) => `Немає права читати ${file}.`,
    directory: 'це каталог; вкажіть CSV-файл у ньому.',
    empty: 'файл порожній: немає ні заголовка, ні рядків.',
    endless: 'це пристрій без кінця; назвіть файл.',
    endlessStream: (megabytes) =>
      `за ${megabytes} МБ жоден рядок не закінчився: це не таблиця або потік без кінця.`,
    unreadable: (code) => `його не прочитати (${code}); спершу скопіюйте його на справний диск.`,
    endlessHeader:
      'перший рядок не кінчається і за 256 КБ, це не заголовок; пошукайте незакриті лапки або назвіть роздільник: --delimiter.',
    zip: 'це архів zip, а не книга Excel; розпакуйте його і завантажте файл із нього.',
    oldExcel: 'це книга Excel старого зразка (xls); в Excel оберіть «Зберегти як», потім xlsx або CSV UTF-8.',
    pdf: 'це документ PDF; вивантажте дані в CSV.',
    compressed: 'файл стиснуто; спершу розпакуйте його.',
    database: 'це база SQLite, а не текстова таблиця; щоб відкрити її як робочу базу, є --db.',
    html: 'це вебсторінка (HTML) або XML без таблиці; вивантажте дані в CSV чи xlsx.',
    fullCopy: 'це повна копія бази; її повертає voronka import all.',
    jsonUnclosed: (line) =>
      `об’єкт або список JSON, що починається в рядку ${line}, не закрито: файл не цілий.`,
    badJson: 'Це не об’єкт JSON: кожен запис — об’єкт, {"name": "Анна", …}.',
    jsonLists: 'це JSON, але не список об’єктів; кожен запис — об’єкт: [{"name": "Анна", …}, …].',
    jsonNested: (key) =>
      `У «${key}» об’єкт або список у списку; значення — текст, число, true, false або список із них.`,
    jsonLongNumber: (key) => `Число в «${key}» задовге, щоб бути точним; запишіть його текстом, у лапках.`,
    archive: 'це архів; розпакуйте його і завантажте файл із нього.',
    picture: 'це картинка; вивантажте дані в CSV чи xlsx.',
    richText: 'це текстовий документ (RTF); вивантажте дані в CSV чи xlsx.',
    nulBytes: (line) =>
      `у рядку ${line} нульовий байт: це не текст, або він зіпсований; збережіть його як CSV UTF-8.`,
    brokenText: (line, encoding) =>
      `рядок ${line} не пасує до кодування ${encoding}; назвіть правильне: --encoding.`,
    strangeText: (line, known) =>
      `літери від рядка ${line} не складаються в слова в жодному кодуванні, яке можна вгадати; назвіть його: --encoding. Є: ${known}.`,
    doubtfulEncoding: (encoding) =>
      `Прочитано як ${encoding}, але це лише здогад: погляньте на літери і, якщо вони не ті, назвіть правильне кодування: --encoding.`,
    unclosed: 'Відкрита тут лапка ніде не закрита.',
    tooManyCells: (cells, headers) => `Клітинок ${cells}, а в заголовку ${headers}.`,
    strayQuote:
      'Лапка всередині клітинки в лапках: де клітинка кінчається, можна лише гадати. Подвойте лапку ("") або приберіть зовнішні.',
    shortRows: (count) =>
      count === 1
        ? 'У цьому рядку клітинок менше, ніж у заголовку; ті, яких бракує, вважаються порожніми.'
        : `Звідси й далі у ${count} ${plural(count, 'рядку', 'рядках', 'рядках')} клітинок менше, ніж у заголовку; ті, яких бракує, вважаються порожніми.`,
    comment: 'Це примітка, а не запис; рядок пропущено.',
    backslashes: 'Лапки всередині клітинок записано тут як \\" і прочитано як "',
    headerAgain: 'Тут повторено заголовок; рядок пропущено.',
    headerBelow: (line) => `Заголовок — у рядку ${line}; рядки над ним не беруться`,
    footer: (text, count) =>
      `${count === 1 ? 'Останній рядок — не запис' : `Останні рядки (${count}) — не записи`}: «${text}»${count === 1 ? ' не береться' : ' і далі не береться'}.`,
    tooLong: (characters, most) =>
      `У клітинці ${characters} знаків, а більше ніж ${most} не буває. Пошукайте незакриті лапки або скоротіть текст.`,
    endlessLine: 'У цього рядка немає кінця: взято лише його початок. Пошукайте, що в нього вставлено.',
    sheetError: 'Помилка формули — це не значення: клітинка вважається порожньою.',
    sheetBroken: 'Формула в цій клітинці зламана. Виправте її в таблиці або очистьте клітинку.',
    roundedId:
      'Таблиця округлила цей id, і різні id стали однаковими. Вивантажте знову, зробивши колонку текстовою, або назвіть інші колонки, за якими впізнається рядок: --key КОЛОНКА[,КОЛОНКА].',
    signLost:
      'Замість знака валюти стоїть «?»: у цьому кодуванні його немає. Узято без нього; назвати валюту: --set currency=КОД',
    roundedPhone:
      'Таблиця округлила цей телефон: його не взято. Вивантажте знову, зробивши колонку текстовою.',
    noughtDay: 'Так програми пишуть, коли дати немає: вважаємо її порожньою.',
    notAgreed: 'Суми поки немає: узято як невідому.',
    unlikelyYear: 'Дивний рік; дату взято як написано.',
    unreadableDate: (text) =>
      `Незрозуміла дата «${text}»: пишіть, наприклад, 2026-09-14, 14.09.2026 або 14.09.2026 15:30.`,
    dateOutOfOrder: (text, order) => `«${text}» — не дата в порядку ${order}, яким написано колонку.`,
    ambiguousDate: (text, header, line, orders) =>
      `Неясна дата ${text} у колонці «${header}», рядок ${line}: --date-order ${orders}.`,
    datesDisagree: (header, a, lineA, b, lineB) =>
      `У колонці «${header}» десь першим іде день, а десь місяць: ${a} у рядку ${lineA}, ${b} у рядку ${lineB}. Приведіть дати у файлі до одного вигляду.`,
    unclearDecimal: (text, header, line) =>
      `Неясна сума ${text} у колонці «${header}», рядок ${line}: --decimal , або .`,
    decimalsDisagree: (header, a, lineA, b, lineB) =>
      `У колонці «${header}» і коми, і крапки перед копійками: ${a} у рядку ${lineA}, ${b} у рядку ${lineB}. Приведіть суми у файлі до одного вигляду.`,
  },
}
