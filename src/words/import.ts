import { type ImportOptionsWords, importOptionsWords } from './import-options.ts'
import { type ImportRefusalsWords, importRefusalsWords } from './import-refusals.ts'
import { type ImportToldWords, importToldWords } from './import-told.ts'
import { grouped, plural, type Translated } from './translated.ts'

const counted = (count: number) => grouped(count, ',')

const en = {
  progress: (p: { rows: number }) => `${counted(p.rows)} rows…`,
  howRead: (p: { file: string; ways: string; dateOrder: string | null; system: string }) =>
    `${p.file}: ${p.ways}, ${p.dateOrder === null ? '' : `dates ${p.dateOrder}, `}system ${p.system}`,
  delimiter: (sign: string) => `delimiter "${sign}"`,
  quoted: (text: string) => `"${text}"`,
  alsoInRows: (p: { count: number }) => `(and in ${counted(p.count)} more ${p.count === 1 ? 'row' : 'rows'})`,
  moreProblems: (p: { count: number }) =>
    `…and ${counted(p.count)} more problems; all of them: --format json`,
  moreWarnings: (p: { count: number }) =>
    `…and ${counted(p.count)} more warnings; all of them: --format json`,
  refused: 'Nothing was read: see what each column is taken for with --explain-columns',
  fieldsAre: (p: { known: string }) => `FIELD is one of: ${p.known}`,
  nothingWritten: (p: { rejected: number }) =>
    `Nothing was written: ${counted(p.rejected)} ${p.rejected === 1 ? 'row has' : 'rows have'} problems. Mend them, or take the good rows and put these aside: --rejects FILE`,
  profileNotSaved: (p: { profile: string }) => `The profile "${p.profile}" is not saved either`,
  mended: 'Once they are mended:',
  changedMeanwhile: (p: { file: string }) =>
    `${p.file} changed while it was being read: nothing was imported. Import it again when nobody writes to it`,
  rejectsWritten: (p: { rejected: number; path: string }) =>
    `Rows with problems: ${counted(p.rejected)}, in ${p.path}. Mend them there`,
  rejectsAside: (p: { rejected: number; path: string; place: string; why: string }) =>
    `The good rows are written. Those with problems (${counted(p.rejected)}) could not be put into ${p.path} (${p.why}): they are in ${p.place}`,
  newestFirst: 'The file runs newest first: moves of one day are taken from the bottom up',
  columnsOf: (p: { file: string; system: string | null }) =>
    `Columns of ${p.file}${p.system === null ? '' : ` · system ${p.system}`}`,
  columnTitle: 'column',
  useTitle: 'taken for',
  byTitle: 'because',
  exampleTitle: 'for example',
  uses: {
    field: (what: string) => what,
    entered: (what: string) => `when "${what}" was entered`,
    custom: (what: string) => `own field "${what}"`,
    plan: (what: string) => `plan of ${what}`,
    key: (_: string) => 'key',
    ignored: (_: string) => 'left out',
    outdone: (what: string) => `left out: another is the ${what}`,
    unclaimed: (_: string) => '?',
  },
  by: {
    user: 'you said so',
    system: (system: string) => `a column of ${system}`,
    common: 'common word',
    derived: 'worked out from others',
    technical: 'of use to its system alone',
    noPlace: 'no field for it',
    second: 'another column is better',
    taken: 'another column has the field',
    nameless: 'no name',
    unknown: 'unknown word',
    total: 'adds up others',
    rejects: 'added to rejected rows',
  },
}

type OwnWords = typeof en
export type ImportWords = OwnWords & ImportOptionsWords & ImportRefusalsWords & ImportToldWords

const countedRu = (count: number) => grouped(count, '\u00a0')
const rows = (n: number) => plural(n, 'строка', 'строки', 'строк')
const inRows = (n: number) => plural(n, 'строке', 'строках', 'строках')

const ru: OwnWords = {
  progress: (p) => `${countedRu(p.rows)} ${rows(p.rows)}…`,
  howRead: (p) =>
    `${p.file}: ${p.ways}, ${p.dateOrder === null ? '' : `даты ${p.dateOrder}, `}система ${p.system}`,
  delimiter: (sign) => `разделитель «${sign}»`,
  quoted: (text) => `«${text}»`,
  alsoInRows: (p) => `(и ещё в ${countedRu(p.count)} ${inRows(p.count)})`,
  moreProblems: (p) => `…и ещё ошибок: ${countedRu(p.count)}; все — с --format json`,
  moreWarnings: (p) => `…и ещё предупреждений: ${countedRu(p.count)}; все — с --format json`,
  fieldsAre: (p) => `ПОЛЕ — одно из: ${p.known}`,
  refused: 'Ничего не прочитано: за что принята каждая колонка, покажет --explain-columns',
  nothingWritten: (p) =>
    `Ничего не записано: строк с ошибками — ${countedRu(p.rejected)}. Исправьте их или возьмите хорошие, а эти отложите: --rejects ФАЙЛ`,
  profileNotSaved: (p) => `Набор параметров «${p.profile}» тоже не сохранён`,
  mended: 'Когда исправите их:',
  changedMeanwhile: (p) =>
    `${p.file} изменился, пока читался: ничего не импортировано. Загрузите его, когда в него никто не пишет`,
  rejectsWritten: (p) => `Строк с ошибками: ${countedRu(p.rejected)}, они в ${p.path}. Исправьте их там`,
  rejectsAside: (p) =>
    `Хорошие строки записаны. Строки с ошибками (${countedRu(p.rejected)}) не удалось записать в ${p.path} (${p.why}): они в ${p.place}`,
  newestFirst: 'Файл идёт от новых к старым: переходы одного дня читаются снизу вверх',
  columnsOf: (p) => `Колонки ${p.file}${p.system === null ? '' : ` · система ${p.system}`}`,
  columnTitle: 'колонка',
  useTitle: 'что это',
  byTitle: 'откуда известно',
  exampleTitle: 'например',
  uses: {
    field: (what) => what,
    entered: (what) => `вход в этап «${what}»`,
    custom: (what) => `своё поле «${what}»`,
    plan: (what) => `план: ${what}`,
    key: () => 'ключ',
    ignored: () => 'не берётся',
    outdone: (what) => `не берётся: ${what} — другая колонка`,
    unclaimed: () => '?',
  },
  by: {
    user: 'вы сказали',
    system: (system) => `колонка ${system}`,
    common: 'обычное слово',
    derived: 'считается по другим колонкам',
    technical: 'нужна только самой системе',
    noPlace: 'для неё нет поля',
    second: 'другая колонка лучше',
    taken: 'поле занято другой колонкой',
    nameless: 'без названия',
    unknown: 'незнакомое слово',
    total: 'сумма других',
    rejects: 'добавлена к отложенным строкам',
  },
}

const rowsUk = (n: number) => plural(n, 'рядок', 'рядки', 'рядків')
const inRowsUk = (n: number) => plural(n, 'рядку', 'рядках', 'рядках')

const uk: OwnWords = {
  progress: (p) => `${countedRu(p.rows)} ${rowsUk(p.rows)}…`,
  howRead: (p) =>
    `${p.file}: ${p.ways}, ${p.dateOrder === null ? '' : `дати ${p.dateOrder}, `}система ${p.system}`,
  delimiter: (sign) => `роздільник «${sign}»`,
  quoted: (text) => `«${text}»`,
  alsoInRows: (p) => `(і ще в ${countedRu(p.count)} ${inRowsUk(p.count)})`,
  moreProblems: (p) => `…і ще помилок: ${countedRu(p.count)}; усі — з --format json`,
  moreWarnings: (p) => `…і ще попереджень: ${countedRu(p.count)}; усі — з --format json`,
  fieldsAre: (p) => `ПОЛЕ — одне з: ${p.known}`,
  refused: 'Нічого не прочитано: за що взято кожну колонку, покаже --explain-columns',
  nothingWritten: (p) =>
    `Нічого не записано: рядків із помилками — ${countedRu(p.rejected)}. Виправте їх або візьміть добрі, а ці відкладіть: --rejects ФАЙЛ`,
  profileNotSaved: (p) => `Набір параметрів «${p.profile}» теж не збережено`,
  mended: 'Коли виправите їх:',
  changedMeanwhile: (p) =>
    `${p.file} змінився, поки читався: нічого не імпортовано. Завантажте його, коли в нього ніхто не пише`,
  rejectsWritten: (p) => `Рядків із помилками: ${countedRu(p.rejected)}, вони в ${p.path}. Виправте їх там`,
  rejectsAside: (p) =>
    `Добрі рядки записано. Рядки з помилками (${countedRu(p.rejected)}) не вдалося записати в ${p.path} (${p.why}): вони в ${p.place}`,
  newestFirst: 'Файл іде від нових до старих: переходи одного дня читаються знизу вгору',
  columnsOf: (p) => `Колонки ${p.file}${p.system === null ? '' : ` · система ${p.system}`}`,
  columnTitle: 'колонка',
  useTitle: 'що це',
  byTitle: 'звідки відомо',
  exampleTitle: 'наприклад',
  uses: {
    field: (what) => what,
    entered: (what) => `вхід в етап «${what}»`,
    custom: (what) => `своє поле «${what}»`,
    plan: (what) => `план: ${what}`,
    key: () => 'ключ',
    ignored: () => 'не береться',
    outdone: (what) => `не береться: ${what} — інша колонка`,
    unclaimed: () => '?',
  },
  by: {
    user: 'ви сказали',
    system: (system) => `колонка ${system}`,
    common: 'звичайне слово',
    derived: 'рахується за іншими колонками',
    technical: 'потрібна лише самій системі',
    noPlace: 'для неї немає поля',
    second: 'інша колонка краща',
    taken: 'поле зайняте іншою колонкою',
    nameless: 'без назви',
    unknown: 'незнайоме слово',
    total: 'сума інших',
    rejects: 'додана до відкладених рядків',
  },
}

export const importWords: Translated<ImportWords> = {
  en: { ...importOptionsWords.en, ...importRefusalsWords.en, ...importToldWords.en, ...en },
  ru: { ...importOptionsWords.ru, ...importRefusalsWords.ru, ...importToldWords.ru, ...ru },
  uk: { ...importOptionsWords.uk, ...importRefusalsWords.uk, ...importToldWords.uk, ...uk },
}
