import { fieldNames } from './import-fields.ts'
import { plural, type Translated } from './translated.ts'

interface Said {
  text: string
  rows: number
}

const en = {
  understood: (p: { file: string; rows: number }) =>
    `${p.file}, ${p.rows} ${p.rows === 1 ? 'row' : 'rows'}, as understood`,
  field: 'taken for',
  column: 'column',
  values: 'first values',
  unknown: '?',
  own: 'field of your own',
  entered: (stage: string) => `entered ${stage}`,
  key: 'tells rows apart',
  leftOut: (names: string) => `Left out: ${names}`,
  whichKindOfFile: (file: string) => `What is in ${file}?`,
  kindBecause: (p: { kind: string; system: string | null; headers: readonly string[] }) =>
    p.system !== null
      ? `${p.kind}: as ${p.system} writes them`
      : p.headers.length === 0
        ? p.kind
        : `${p.kind}, by the ${p.headers.length === 1 ? 'column' : 'columns'} "${p.headers.join('", "')}"`,
  sayKind: (p: { file: string; likely: string; command: string; kinds: string }) =>
    `Say what is in ${p.file}. It looks like ${p.likely}:
  ${p.command}
Else: ${p.kinds}`,
  question: (p: { header: string; values: string; place: string }) =>
    `${p.place}Column "${p.header}"${p.values === '' ? ', all blank' : ` (${p.values})`}: what is it?`,
  nameless: (place: number) => `no name, place ${place}`,
  asEntered: 'the day a stage was entered…',
  asOwn: 'keep it as a field of your own',
  asNothing: 'leave it out',
  allOwn: (n: number) => `keep this and all other unknown ones as your own fields (${n})`,
  allNothing: (n: number) => `leave out this and all other unknown ones (${n})`,
  instead: (p: { field: string; header: string }) => `${p.field}, instead of "${p.header}"`,
  enteredWhich: (header: string) => `"${header}" is the day of entering which stage?`,
  whichKey:
    'No column is an id. By what is a row known again in the next file? One that says the same changes its record, any other is a new one',
  unique: (header: string) => `${header}: different in every row`,
  repeats: (p: { header: string; rows: number; blank: number }) =>
    `${p.header}: ${[p.blank > 0 ? `${p.blank} blank` : '', p.rows > 0 ? `${p.rows} repeated` : ''].filter((part) => part !== '').join(', ')}`,
  whichMore: (header: string) => `"${header}" together with which column?`,
  enough: 'with none: rows that say the same are the same',
  needs: {
    deal: 'Which column says which deal a row is about?',
    stage: 'Which column says the stage?',
    at: 'Which column says when it was?',
    when: 'Which column says when it was?',
    kind: 'Which column says what it was: call, meeting, e-mail, message, note?',
    who: 'Which column says whom it was with?',
    text: 'Which column says what is to be done?',
    metric: 'Which column says what is planned: revenue, deals won, calls?',
    amount: 'Which column says how much is planned?',
    period: 'Which column says for which month or other period?',
  },
  allOfAKind: 'none: all are of one kind…',
  whichManager: (p: { text: string }) =>
    `"${p.text}" sells in the file, and is not here by that name: who is it?`,
  anotherManager: 'somebody else, a new manager',
  whichKindAll: 'What are they all?',
  allOfAMetric: 'none: it is the same in all rows…',
  whichMetricAll: 'What is planned?',
  allOfAPeriod: 'none: all are for one period…',
  whichPeriodAll: 'For which period, 2026-10 or Q4 2026?',
  whichKind: (p: Said) => `"${p.text}" (rows: ${p.rows}): what kind is it?`,
  whichBlankKind: (p: { rows: number }) => `Blank kind (rows: ${p.rows}): what kind is it?`,
  noColumn: 'none',
  allAtOne: 'none: all are at one stage…',
  onlyKnown: 'none: the deals are here already',
  whichStageAll: 'At which stage are they all?',
  dateOrder: (p: { text: string; header: string }) => `"${p.text}" in column "${p.header}": which day is it?`,
  decimal: (p: { text: string; header: string }) => `"${p.text}" in column "${p.header}": how much is it?`,
  whichPipeline: 'Which pipeline are they in?',
  otherPipeline: (p: { names: readonly string[]; rows: number }) =>
    p.names.length === 1
      ? `The file says the pipeline "${p.names.join()}" (rows: ${p.rows}), which is not here. Where do the rows go?`
      : `The file says the pipelines "${p.names.join('", "')}" (rows: ${p.rows}), which are not here. Where do the rows go?`,
  into: (pipeline: string) => `all into "${pipeline}"`,
  make: (pipeline: string) => `make the pipeline "${pipeline}"`,
  makeFirst: 'none of these: stop here, and say how to make them',
  pipelineName: 'There is no pipeline yet. What is it called?',
  pipelineStages: 'Its stages in order, with commas between:',
  whichStage: (p: Said) => `"${p.text}" (rows: ${p.rows}): which stage is it?`,
  whichBlank: (p: { rows: number }) => `Blank stage (rows: ${p.rows}): which stage is it?`,
  newStage: (text: string) => `make the stage "${text}"…`,
  place: (text: string) => `Where does the stage "${text}" stand?`,
  first: 'first',
  after: (stage: string) => `after ${stage}`,
  skip: 'leave these rows out',
  save: 'Keep these answers as a profile, for the next file of the kind?',
  profileName: 'Name of the profile:',
  replace: (name: string) => `The profile "${name}" is there already. Replace it?`,
  same: 'The same without questions:',
  putAside: (p: { rejected: number; rows: number; path: string }) =>
    `Rows with problems: ${p.rejected} of ${p.rows}. Write the others, and put these aside in ${p.path} to be mended there?`,
  fields: fieldNames.en,
}

export type MappingWords = typeof en

const rowsRu = (n: number) => plural(n, 'строка', 'строки', 'строк')

const ru: MappingWords = {
  understood: (p) => `${p.file}, ${p.rows} ${rowsRu(p.rows)}, как понято`,
  field: 'что это',
  column: 'колонка',
  values: 'первые значения',
  unknown: '?',
  own: 'своё поле',
  entered: (stage) => `вход в этап «${stage}»`,
  key: 'отличает строки',
  leftOut: (names) => `Не берутся: ${names}`,
  whichKindOfFile: (file) => `Что в файле ${file}?`,
  kindBecause: (p) =>
    p.system !== null
      ? `${p.kind}: выгрузка ${p.system}`
      : p.headers.length === 0
        ? p.kind
        : `${p.kind}, судя по ${p.headers.length === 1 ? 'колонке' : 'колонкам'} «${p.headers.join('», «')}»`,
  sayKind: (p) =>
    `Скажите, что в файле ${p.file}. Похоже, это ${p.likely}:
  ${p.command}
Иначе: ${p.kinds}`,
  question: (p) =>
    `${p.place}Колонка «${p.header}»${p.values === '' ? ', вся пустая' : ` (${p.values})`}: что это?`,
  nameless: (place) => `без названия, ${place}-я`,
  asEntered: 'день входа в этап…',
  asOwn: 'сохранить как своё поле',
  asNothing: 'не брать',
  allOwn: (n) => `сохранить эту и остальные неизвестные как свои поля (${n})`,
  allNothing: (n) => `не брать эту и остальные неизвестные (${n})`,
  instead: (p) => `${p.field}, вместо «${p.header}»`,
  enteredWhich: (header) => `«${header}» — день входа в какой этап?`,
  whichKey:
    'Колонки с id нет. По чему узнать строку в следующем файле? Где то же самое, изменится прежняя запись, где другое — добавится новая',
  unique: (header) => `${header}: во всех строках разное`,
  repeats: (p) =>
    `${p.header}: ${[p.blank > 0 ? `пустых ${p.blank}` : '', p.rows > 0 ? `повторов ${p.rows}` : ''].filter((part) => part !== '').join(', ')}`,
  whichMore: (header) => `«${header}» вместе с какой колонкой?`,
  enough: 'ни с какой: где одинаково, там одно и то же',
  needs: {
    deal: 'В какой колонке id сделки?',
    stage: 'В какой колонке этап?',
    at: 'В какой колонке дата перехода?',
    when: 'В какой колонке сказано, когда это было?',
    kind: 'В какой колонке вид: звонок, встреча, письмо, сообщение, заметка?',
    who: 'В какой колонке сказано, с кем это было?',
    text: 'В какой колонке сказано, что сделать?',
    metric: 'В какой колонке показатель: выручка, выигранные сделки, звонки?',
    amount: 'В какой колонке сам план, сумма или количество?',
    period: 'В какой колонке месяц или другой период плана?',
  },
  allOfAKind: 'ни в какой: все одного вида…',
  whichManager: (p) => `«${p.text}» — менеджер в файле, здесь такого имени нет: кто это?`,
  anotherManager: 'другой человек, новый менеджер',
  whichKindAll: 'Какого они вида?',
  allOfAMetric: 'ни в какой: во всех строках одно и то же…',
  whichMetricAll: 'Что планируется?',
  allOfAPeriod: 'ни в какой: все на один период…',
  whichPeriodAll: 'На какой период, 2026-10 или 4 кв 2026?',
  whichKind: (p) => `«${p.text}» (строк: ${p.rows}): какого это вида?`,
  whichBlankKind: (p) => `Вид не указан (строк: ${p.rows}): какого это вида?`,
  noColumn: 'ни в какой',
  allAtOne: 'ни в какой: все на одном этапе…',
  onlyKnown: 'ни в какой: эти сделки здесь уже есть',
  whichStageAll: 'На каком они этапе?',
  dateOrder: (p) => `«${p.text}» в колонке «${p.header}»: какой это день?`,
  decimal: (p) => `«${p.text}» в колонке «${p.header}»: сколько это?`,
  whichPipeline: 'В какой они воронке?',
  otherPipeline: (p) =>
    p.names.length === 1
      ? `В файле воронка «${p.names.join()}» (строк: ${p.rows}), здесь такой нет. Куда эти строки?`
      : `В файле воронки «${p.names.join('», «')}» (строк: ${p.rows}), здесь таких нет. Куда эти строки?`,
  into: (pipeline) => `все в воронку «${pipeline}»`,
  make: (pipeline) => `создать воронку «${pipeline}»`,
  makeFirst: 'ни в какую: остановиться и сказать, как их создать',
  pipelineName: 'Воронки пока нет. Как её назвать?',
  pipelineStages: 'Её этапы по порядку, через запятую:',
  whichStage: (p) => `«${p.text}» (строк: ${p.rows}): какой это этап?`,
  whichBlank: (p) => `Этап не указан (строк: ${p.rows}): какой это этап?`,
  newStage: (text) => `создать этап «${text}»…`,
  place: (text) => `Где стоит этап «${text}»?`,
  first: 'первым',
  after: (stage) => `после «${stage}»`,
  skip: 'не брать эти строки',
  save: 'Сохранить ответы под именем — для следующих таких файлов?',
  profileName: 'Под каким именем:',
  replace: (name) => `Имя «${name}» уже занято. Заменить?`,
  same: 'То же без вопросов:',
  putAside: (p) =>
    `Строк с ошибками: ${p.rejected} из ${p.rows}. Записать остальные, а эти отложить в ${p.path}, чтобы исправить там?`,
  fields: fieldNames.ru,
}

const rowsUk = (n: number) => plural(n, 'рядок', 'рядки', 'рядків')

const uk: MappingWords = {
  understood: (p) => `${p.file}, ${p.rows} ${rowsUk(p.rows)}, як зрозуміло`,
  field: 'що це',
  column: 'колонка',
  values: 'перші значення',
  unknown: '?',
  own: 'своє поле',
  entered: (stage) => `вхід в етап «${stage}»`,
  key: 'розрізняє рядки',
  leftOut: (names) => `Не беруться: ${names}`,
  whichKindOfFile: (file) => `Що у файлі ${file}?`,
  kindBecause: (p) =>
    p.system !== null
      ? `${p.kind}: вивантаження ${p.system}`
      : p.headers.length === 0
        ? p.kind
        : `${p.kind}, судячи з ${p.headers.length === 1 ? 'колонки' : 'колонок'} «${p.headers.join('», «')}»`,
  sayKind: (p) =>
    `Скажіть, що у файлі ${p.file}. Схоже, це ${p.likely}:
  ${p.command}
Інакше: ${p.kinds}`,
  question: (p) =>
    `${p.place}Колонка «${p.header}»${p.values === '' ? ', уся порожня' : ` (${p.values})`}: що це?`,
  nameless: (place) => `без назви, ${place}-та`,
  asEntered: 'день входу в етап…',
  asOwn: 'зберегти як своє поле',
  asNothing: 'не брати',
  allOwn: (n) => `зберегти цю та решту невідомих як свої поля (${n})`,
  allNothing: (n) => `не брати цю та решту невідомих (${n})`,
  instead: (p) => `${p.field}, замість «${p.header}»`,
  enteredWhich: (header) => `«${header}» — день входу в який етап?`,
  whichKey:
    'Колонки з id немає. За чим упізнати рядок у наступному файлі? Де те саме, зміниться наявний запис, де інше — додасться новий',
  unique: (header) => `${header}: у всіх рядках різне`,
  repeats: (p) =>
    `${p.header}: ${[p.blank > 0 ? `порожніх ${p.blank}` : '', p.rows > 0 ? `повторів ${p.rows}` : ''].filter((part) => part !== '').join(', ')}`,
  whichMore: (header) => `«${header}» разом із якою колонкою?`,
  enough: 'ні з якою: де однаково, там те саме',
  needs: {
    deal: 'У якій колонці id угоди?',
    stage: 'У якій колонці етап?',
    at: 'У якій колонці дата переходу?',
    when: 'У якій колонці сказано, коли це було?',
    kind: 'У якій колонці вид: дзвінок, зустріч, лист, повідомлення, нотатка?',
    who: 'У якій колонці сказано, з ким це було?',
    text: 'У якій колонці сказано, що зробити?',
    metric: 'У якій колонці показник: виручка, виграні угоди, дзвінки?',
    amount: 'У якій колонці сам план, сума чи кількість?',
    period: 'У якій колонці місяць чи інший період плану?',
  },
  allOfAKind: 'у жодній: усі одного виду…',
  whichManager: (p) => `«${p.text}» — менеджер у файлі, тут такого імені немає: хто це?`,
  anotherManager: 'інша людина, новий менеджер',
  whichKindAll: 'Якого вони виду?',
  allOfAMetric: 'у жодній: в усіх рядках те саме…',
  whichMetricAll: 'Що планується?',
  allOfAPeriod: 'у жодній: усі на один період…',
  whichPeriodAll: 'На який період, 2026-10 чи 4 кв 2026?',
  whichKind: (p) => `«${p.text}» (рядків: ${p.rows}): якого це виду?`,
  whichBlankKind: (p) => `Вид не вказано (рядків: ${p.rows}): якого це виду?`,
  noColumn: 'у жодній',
  allAtOne: 'у жодній: усі на одному етапі…',
  onlyKnown: 'у жодній: ці угоди тут уже є',
  whichStageAll: 'На якому вони етапі?',
  dateOrder: (p) => `«${p.text}» у колонці «${p.header}»: який це день?`,
  decimal: (p) => `«${p.text}» у колонці «${p.header}»: скільки це?`,
  whichPipeline: 'У якій вони воронці?',
  otherPipeline: (p) =>
    p.names.length === 1
      ? `У файлі воронка «${p.names.join()}» (рядків: ${p.rows}), тут такої немає. Куди ці рядки?`
      : `У файлі воронки «${p.names.join('», «')}» (рядків: ${p.rows}), тут таких немає. Куди ці рядки?`,
  into: (pipeline) => `усі до воронки «${pipeline}»`,
  make: (pipeline) => `створити воронку «${pipeline}»`,
  makeFirst: 'у жодну: зупинитися і сказати, як їх створити',
  pipelineName: 'Воронки поки немає. Як її назвати?',
  pipelineStages: 'Її етапи за порядком, через кому:',
  whichStage: (p) => `«${p.text}» (рядків: ${p.rows}): який це етап?`,
  whichBlank: (p) => `Етап не вказано (рядків: ${p.rows}): який це етап?`,
  newStage: (text) => `створити етап «${text}»…`,
  place: (text) => `Де стоїть етап «${text}»?`,
  first: 'першим',
  after: (stage) => `після «${stage}»`,
  skip: 'не брати ці рядки',
  save: 'Зберегти відповіді під іменем — для наступних таких файлів?',
  profileName: 'Під яким іменем:',
  replace: (name) => `Ім’я «${name}» вже зайняте. Замінити?`,
  same: 'Те саме без запитань:',
  putAside: (p) =>
    `Рядків із помилками: ${p.rejected} з ${p.rows}. Записати решту, а ці відкласти в ${p.path}, щоб виправити там?`,
  fields: fieldNames.uk,
}

export const mappingWords: Translated<MappingWords> = { en, ru, uk }
