import type { Translated } from './translated.ts'

interface Dates {
  created: string
  closed: string
}

/** What cannot be taken of a file or a row, or only with a doubt, and what to do. */
const en = {
  badManagerRule: (p: { text: string }) =>
    `--manager takes NAME=MANAGER, like "Olga=Olga White", not "${p.text}"`,
  noColumn: (p: { header: string; shown: string }) =>
    `There is no column "${p.header}". There are: ${p.shown}`,
  noField: (p: { text: string; known: string }) => `There is no field "${p.text}". There are: ${p.known}`,
  noEquals: (p: { flag: string; text: string }) =>
    `${p.flag} takes two parts with an equals sign between them, not "${p.text}"`,
  noFieldEquals: (p: { flag: string; text: string; known: string }) =>
    `${p.flag} is FIELD=${p.flag === '--map' ? 'HEADER' : 'VALUE'}, not "${p.text}". The fields: ${p.known}`,
  noChoice: (p: { flag: string; text: string; known: string }) =>
    `${p.flag} takes one of ${p.known}, not "${p.text}"`,
  badDelimiter: (p: { text: string }) => `--delimiter takes one character (or "tab"), not "${p.text}"`,
  noProfile: (p: { text: string; known: string }) =>
    `There is no import profile "${p.text}". ${p.known === '' ? 'None are kept yet: --save-profile NAME' : `There are: ${p.known}`}`,
  nameless: (p: { place: number }) => `Column ${p.place} has no name. Give it one in the file, or empty it`,
  taken: (p: { header: string; own: boolean }) =>
    `Another column fills the field that this one could. Choose: --map FIELD="${p.header}"${p.own ? `, --custom "${p.header}"` : ''} or --ignore "${p.header}"`,
  unclaimed: (p: { header: string; own: boolean }) =>
    `Nothing is known of this column. Say what it is: --map FIELD="${p.header}"${p.own ? `, --custom "${p.header}"` : ''} or --ignore "${p.header}"`,
  outdone: (p: { header: string; field: string }) =>
    `Column "${p.header}" is left out: another is the ${p.field}`,
  noIdColumn:
    'No column is an id. Name it: --map id=HEADER, or the columns that identify a row: --key HEADER[,HEADER]',
  noId: 'The row has no id. Fill it in, or name other columns that identify a row: --key HEADER[,HEADER]',
  noDealId: 'The row does not say which deal it is about. Fill the id in, or take it out of the file',
  noBeginning:
    'This deal is not here, and the file does not say how it began: its row of the kind "created" is missing',
  toldOtherwise:
    'This is known here already and stays as it is. To change it: voronka deal edit, or undo and import anew',
  noneOf: (p: { known: string }) => `This column holds one of: ${p.known}. Leave it as it was exported`,
  begunAgain: 'An earlier line says already how this deal began. Leave one of them',
  noMoment: 'The row does not say when. Fill the date in, or take the row out of the file',
  noHistoryColumn: (p: { field: string; what: string }) =>
    `No column says ${p.what}. Name it: --map ${p.field}=HEADER`,
  historyNeeds: { deal: 'which deal a row is about', stage: 'which stage was entered', at: 'when it was' },
  noStage: (p: { text: string; pipeline: string; known: string }) =>
    `There is no stage "${p.text}" in the pipeline "${p.pipeline}". There are: ${p.known}, won, lost`,
  blankStage: (p: { known: string }) =>
    `The stage is blank. Say what that means: --stage "=STAGE" (${p.known}, won, lost)`,
  unknownStage: (p: { text: string; pipeline: string; known: string }) =>
    `There is no such stage in the pipeline "${p.pipeline}" (${p.known}). Say what it is: --stage "${p.text}=STAGE|won|lost|skip", or make it: --create-stages "${p.text}"`,
  noStages: (p: { pipeline: string }) =>
    `The pipeline "${p.pipeline}" has no stages yet. Make them: --create-stages "A,B,C"`,
  noStageGiven:
    'The deal is not there yet and nothing says its stage: --map stage=HEADER or --set stage=STAGE',
  noPipeline: (p: { text: string; known: string }) =>
    `There is no pipeline "${p.text}" (there are: ${p.known})`,
  makePipeline: (p: { text: string }) => `make it: voronka pipeline add "${p.text}" --stages "A,B,C"`,
  renamePipeline: (p: { text: string; own: string }) =>
    `call yours so: voronka pipeline edit "${p.own}" --name "${p.text}"`,
  otherPipeline: (p: { header: string; pipeline: string }) =>
    `or take all rows into "${p.pipeline}": --set pipeline="${p.pipeline}" or --ignore "${p.header}"`,
  firstLinked: (p: { first: string; others: string }) =>
    `Linked to several: "${p.first}" is taken, "${p.others}" is not`,
  unevenLinks: (p: { names: number; ids: number }) =>
    `Not as many names as ids (${p.names} and ${p.ids}): linked by name alone`,
  noSuchPipeline: (p: { text: string; known: string }) =>
    `There is no pipeline "${p.text}". There are: ${p.known}. To make it: --create-stages "A,B,C"`,
  noDefaultPipeline:
    'The workspace has no pipeline yet. Name one and its stages: --pipeline NAME --create-stages "A,B,C"',
  tooManyStages: (p: { most: number }) =>
    `A pipeline holds ${p.most} stages at most. Map some to others: --stage "TEXT=STAGE"`,
  noCurrency: (p: { text: string }) => `There is no currency "${p.text}". Use a three-letter code like EUR`,
  twoCurrencies: (p: { a: string; b: string }) =>
    `The amount is in ${p.a}, but the currency column says ${p.b}. Correct one of them`,
  stageAgainstStatus: (p: { stage: string; status: string }) =>
    `The stage "${p.stage}" and the status "${p.status}" contradict each other. Correct one, or --ignore a column`,
  noFieldValue: (p: { text: string; field: string }) =>
    `"${p.text}" is no value of the field "${p.field}". See: voronka field show "${p.field}"`,
  conflict: (p: { lines: string; columns: string }) =>
    `Other lines with this id say otherwise (${p.columns}): ${p.lines}. Leave one of them, or name a finer key: --key`,
  otherClient: (p: { deal: string; client: string; key: string }) =>
    `By this key the row is ${p.deal}, whose client is ${p.client}: it stays as it is. For a deal of its own choose a finer key: ${p.key}. If the client has changed: voronka deal edit ${p.deal} --contact NAME`,
  existsAlready: (p: { deal: string }) =>
    `The deal is there already (${p.deal}). Update it: --on-existing update, or pass over it: --on-existing skip`,
  closeBeforeCreation: (p: Dates) =>
    `Closed (${p.closed}) before it was created (${p.created}): taken as closed when created`,
  closeBeforeMove: (p: Dates) => `Closed (${p.closed}) before its last move: taken as closed right after it`,
  moveBeforeCreation: (p: Dates) =>
    `A move is dated before the creation${p.created === '' ? '' : ` (${p.created})`}: taken as made right after it`,
  namesakes: (p: { known: string; first: string }) =>
    `Several contacts have this name (${p.known}), so the deal gets none of them. Add an e-mail or phone to the file, or choose: voronka deal edit DEAL --contact ${p.first}`,
  createdAhead: () => 'Created in the future: it counts in reports from then on',
  future: () => 'A date is in the future: it counts in reports from then on',
}

export type ImportRefusalsWords = typeof en

const ru: ImportRefusalsWords = {
  badManagerRule: (p) => `--manager принимает ИМЯ=МЕНЕДЖЕР, например "Ольга=Ольга Белова", а не «${p.text}»`,
  noColumn: (p) => `Нет колонки «${p.header}». Есть: ${p.shown}`,
  noField: (p) => `Нет поля «${p.text}». Есть: ${p.known}`,
  noEquals: (p) => `${p.flag} принимает две части через знак равенства, а не «${p.text}»`,
  noFieldEquals: (p) =>
    `${p.flag} пишется ПОЛЕ=${p.flag === '--map' ? 'КОЛОНКА' : 'ЗНАЧЕНИЕ'}, а не «${p.text}». Поля: ${p.known}`,
  noChoice: (p) => `${p.flag} принимает одно из: ${p.known}, а не «${p.text}»`,
  badDelimiter: (p) => `--delimiter принимает один знак (или «tab»), а не «${p.text}»`,
  noProfile: (p) =>
    `Нет набора параметров «${p.text}». ${p.known === '' ? 'Пока не сохранено ни одного: --save-profile ИМЯ' : `Есть: ${p.known}`}`,
  nameless: (p) => `У колонки ${p.place} нет названия. Назовите её в файле или очистите`,
  taken: (p) =>
    `Поле, которое подошло бы этой колонке, занято другой. Выберите: --map ПОЛЕ="${p.header}"${p.own ? `, --custom "${p.header}"` : ''} или --ignore "${p.header}"`,
  unclaimed: (p) =>
    `Неизвестная колонка. Скажите, что это: --map ПОЛЕ="${p.header}"${p.own ? `, --custom "${p.header}"` : ''} или --ignore "${p.header}"`,
  outdone: (p) => `Колонка «${p.header}» не взята: поле ${p.field} заполняет другая`,
  noIdColumn:
    'Нет колонки с id. Назовите её: --map id=КОЛОНКА, или колонки, по которым узнаётся строка: --key КОЛОНКА[,КОЛОНКА]',
  noId: 'В строке нет id. Заполните его или назовите другие колонки, по которым узнаётся строка: --key КОЛОНКА[,КОЛОНКА]',
  noDealId: 'Строка не говорит, о какой она сделке. Заполните id или уберите строку из файла',
  noBeginning: 'Такой сделки здесь нет, а в файле нет строки created — о том, как она началась',
  toldOtherwise:
    'Здесь это уже известно и остаётся как есть. Изменить: voronka deal edit или отменить и импортировать заново',
  noneOf: (p) => `В этой колонке бывает: ${p.known}. Оставьте её, какой она была выгружена`,
  begunAgain: 'О том, как началась эта сделка, уже сказано выше. Оставьте одну из строк',
  noMoment: 'Строка не говорит, когда это было. Заполните дату или уберите строку из файла',
  noHistoryColumn: (p) => `Нет колонки, в которой ${p.what}. Назовите её: --map ${p.field}=КОЛОНКА`,
  historyNeeds: { deal: 'id сделки', stage: 'этап, в который перешли', at: 'дата перехода' },
  noStage: (p) => `Нет этапа «${p.text}» в воронке «${p.pipeline}». Есть: ${p.known}, won, lost`,
  blankStage: (p) => `Этап пуст. Скажите, что это значит: --stage "=ЭТАП" (${p.known}, won, lost)`,
  unknownStage: (p) =>
    `Нет такого этапа в воронке «${p.pipeline}» (${p.known}). Скажите, что это: --stage "${p.text}=ЭТАП|won|lost|skip", или создайте его: --create-stages "${p.text}"`,
  noStages: (p) => `В воронке «${p.pipeline}» ещё нет этапов. Создайте их: --create-stages "А,Б,В"`,
  noStageGiven: 'Такой сделки ещё нет, а этап не указан: --map stage=КОЛОНКА или --set stage=ЭТАП',
  noPipeline: (p) => `Нет воронки «${p.text}» (есть: ${p.known})`,
  makePipeline: (p) => `создайте её: voronka pipeline add "${p.text}" --stages "А,Б,В"`,
  renamePipeline: (p) => `назовите так свою: voronka pipeline edit "${p.own}" --name "${p.text}"`,
  otherPipeline: (p) =>
    `или возьмите все строки в «${p.pipeline}»: --set pipeline="${p.pipeline}" либо --ignore "${p.header}"`,
  firstLinked: (p) => `Связей несколько: взято «${p.first}», не взято «${p.others}»`,
  unevenLinks: (p) => `Имён и id не поровну (${p.names} и ${p.ids}): связано только по имени`,
  noSuchPipeline: (p) => `Нет воронки «${p.text}». Есть: ${p.known}. Создать её: --create-stages "А,Б,В"`,
  noDefaultPipeline: 'В базе ещё нет воронки. Назовите её и этапы: --pipeline ИМЯ --create-stages "А,Б,В"',
  tooManyStages: (p) =>
    `В воронке помещается не больше ${p.most} этапов. Сведите одни к другим: --stage "ТЕКСТ=ЭТАП"`,
  noCurrency: (p) => `Нет валюты «${p.text}». Нужен код из трёх букв, например EUR`,
  twoCurrencies: (p) => `Сумма в ${p.a}, а в колонке валюты ${p.b}. Исправьте одно из двух`,
  stageAgainstStatus: (p) =>
    `Этап «${p.stage}» и статус «${p.status}» противоречат друг другу. Исправьте один из них или --ignore колонку`,
  noFieldValue: (p) => `«${p.text}» не подходит полю «${p.field}». Смотрите: voronka field show "${p.field}"`,
  conflict: (p) =>
    `Другие строки с этим id говорят иное (${p.columns}): ${p.lines}. Оставьте одну из них или назовите более точный ключ: --key`,
  otherClient: (p) =>
    `По этому ключу строка — ${p.deal}, где клиент ${p.client}: сделка не изменена. Если это другая сделка, нужен ключ точнее: ${p.key}. Если сменился клиент: voronka deal edit ${p.deal} --contact ИМЯ`,
  existsAlready: (p) =>
    `Такая сделка уже есть (${p.deal}). Обновить её: --on-existing update, пропустить: --on-existing skip`,
  closeBeforeCreation: (p) =>
    `Закрыта (${p.closed}) раньше, чем создана (${p.created}): считаем закрытой при создании`,
  closeBeforeMove: (p) =>
    `Закрыта (${p.closed}) раньше последнего перехода: считаем закрытой сразу после него`,
  moveBeforeCreation: (p) =>
    `Переход датирован раньше создания${p.created === '' ? '' : ` (${p.created})`}: считаем сделанным сразу после него`,
  namesakes: (p) =>
    `Так зовут нескольких (${p.known}), и сделка осталась без контакта. Добавьте в файл почту или телефон либо выберите: voronka deal edit СДЕЛКА --contact ${p.first}`,
  createdAhead: () => 'Создана в будущем: в отчётах считается с того дня',
  future: () => 'Дата в будущем: в отчётах считается с того дня',
}

const uk: ImportRefusalsWords = {
  badManagerRule: (p) => `--manager приймає ІМ’Я=МЕНЕДЖЕР, наприклад "Ольга=Ольга Біла", а не «${p.text}»`,
  noColumn: (p) => `Немає колонки «${p.header}». Є: ${p.shown}`,
  noField: (p) => `Немає поля «${p.text}». Є: ${p.known}`,
  noEquals: (p) => `${p.flag} приймає дві частини через знак рівності, а не «${p.text}»`,
  noFieldEquals: (p) =>
    `${p.flag} пишеться ПОЛЕ=${p.flag === '--map' ? 'КОЛОНКА' : 'ЗНАЧЕННЯ'}, а не «${p.text}». Поля: ${p.known}`,
  noChoice: (p) => `${p.flag} приймає одне з: ${p.known}, а не «${p.text}»`,
  badDelimiter: (p) => `--delimiter приймає один знак (або «tab»), а не «${p.text}»`,
  noProfile: (p) =>
    `Немає набору параметрів «${p.text}». ${p.known === '' ? 'Поки не збережено жодного: --save-profile ІМ’Я' : `Є: ${p.known}`}`,
  nameless: (p) => `У колонки ${p.place} немає назви. Назвіть її у файлі або очистьте`,
  taken: (p) =>
    `Поле, яке підійшло б цій колонці, зайняте іншою. Оберіть: --map ПОЛЕ="${p.header}"${p.own ? `, --custom "${p.header}"` : ''} або --ignore "${p.header}"`,
  unclaimed: (p) =>
    `Невідома колонка. Скажіть, що це: --map ПОЛЕ="${p.header}"${p.own ? `, --custom "${p.header}"` : ''} або --ignore "${p.header}"`,
  outdone: (p) => `Колонку «${p.header}» не взято: поле ${p.field} заповнює інша`,
  noIdColumn:
    'Немає колонки з id. Назвіть її: --map id=КОЛОНКА, або колонки, за якими впізнається рядок: --key КОЛОНКА[,КОЛОНКА]',
  noId: 'У рядку немає id. Заповніть його або назвіть інші колонки, за якими впізнається рядок: --key КОЛОНКА[,КОЛОНКА]',
  noDealId: 'Рядок не каже, про яку він угоду. Заповніть id або приберіть рядок із файлу',
  noBeginning: 'Такої угоди тут немає, а у файлі немає рядка created — про те, як вона почалася',
  toldOtherwise:
    'Тут це вже відомо і лишається як є. Змінити: voronka deal edit або скасувати й імпортувати заново',
  noneOf: (p) => `У цій колонці буває: ${p.known}. Залиште її, якою вона була вивантажена`,
  begunAgain: 'Про те, як почалася ця угода, вже сказано вище. Залиште один із рядків',
  noMoment: 'Рядок не каже, коли це було. Заповніть дату або приберіть рядок із файлу',
  noHistoryColumn: (p) => `Немає колонки, у якій ${p.what}. Назвіть її: --map ${p.field}=КОЛОНКА`,
  historyNeeds: { deal: 'id угоди', stage: 'етап, у який перейшли', at: 'дата переходу' },
  noStage: (p) => `Немає етапу «${p.text}» у воронці «${p.pipeline}». Є: ${p.known}, won, lost`,
  blankStage: (p) => `Етап порожній. Скажіть, що це означає: --stage "=ЕТАП" (${p.known}, won, lost)`,
  unknownStage: (p) =>
    `Немає такого етапу у воронці «${p.pipeline}» (${p.known}). Скажіть, що це: --stage "${p.text}=ЕТАП|won|lost|skip", або створіть його: --create-stages "${p.text}"`,
  noStages: (p) => `У воронці «${p.pipeline}» ще немає етапів. Створіть їх: --create-stages "А,Б,В"`,
  noStageGiven: 'Такої угоди ще немає, а етап не вказано: --map stage=КОЛОНКА або --set stage=ЕТАП',
  noPipeline: (p) => `Немає воронки «${p.text}» (є: ${p.known})`,
  makePipeline: (p) => `створіть її: voronka pipeline add "${p.text}" --stages "А,Б,В"`,
  renamePipeline: (p) => `назвіть так свою: voronka pipeline edit "${p.own}" --name "${p.text}"`,
  otherPipeline: (p) =>
    `або візьміть усі рядки у «${p.pipeline}»: --set pipeline="${p.pipeline}" чи --ignore "${p.header}"`,
  firstLinked: (p) => `Зв’язків кілька: взято «${p.first}», не взято «${p.others}»`,
  unevenLinks: (p) => `Імен та id не порівну (${p.names} і ${p.ids}): пов’язано лише за ім’ям`,
  noSuchPipeline: (p) => `Немає воронки «${p.text}». Є: ${p.known}. Створити її: --create-stages "А,Б,В"`,
  noDefaultPipeline: 'У базі ще немає воронки. Назвіть її та етапи: --pipeline НАЗВА --create-stages "А,Б,В"',
  tooManyStages: (p) =>
    `У воронці вміщується не більше ${p.most} етапів. Зведіть одні до інших: --stage "ТЕКСТ=ЕТАП"`,
  noCurrency: (p) => `Немає валюти «${p.text}». Потрібен код із трьох літер, наприклад EUR`,
  twoCurrencies: (p) => `Сума в ${p.a}, а в колонці валюти ${p.b}. Виправте одне з двох`,
  stageAgainstStatus: (p) =>
    `Етап «${p.stage}» і статус «${p.status}» суперечать одне одному. Виправте один із них або --ignore колонку`,
  noFieldValue: (p) =>
    `«${p.text}» не підходить полю «${p.field}». Дивіться: voronka field show "${p.field}"`,
  conflict: (p) =>
    `Інші рядки з цим id кажуть інше (${p.columns}): ${p.lines}. Залиште один із них або назвіть точніший ключ: --key`,
  otherClient: (p) =>
    `За цим ключем рядок — ${p.deal}, де клієнт ${p.client}: угоду не змінено. Якщо це інша угода, потрібен точніший ключ: ${p.key}. Якщо змінився клієнт: voronka deal edit ${p.deal} --contact ІМ’Я`,
  existsAlready: (p) =>
    `Така угода вже є (${p.deal}). Оновити її: --on-existing update, пропустити: --on-existing skip`,
  closeBeforeCreation: (p) =>
    `Закрито (${p.closed}) раніше, ніж створено (${p.created}): вважаємо закритою при створенні`,
  closeBeforeMove: (p) =>
    `Закрито (${p.closed}) раніше за останній перехід: вважаємо закритою одразу після нього`,
  moveBeforeCreation: (p) =>
    `Перехід датовано раніше за створення${p.created === '' ? '' : ` (${p.created})`}: вважаємо зробленим одразу після нього`,
  namesakes: (p) =>
    `Так звуть кількох (${p.known}), і угода лишилася без контакту. Додайте у файл пошту чи телефон або виберіть: voronka deal edit УГОДА --contact ${p.first}`,
  createdAhead: () => 'Створено в майбутньому: у звітах рахується з того дня',
  future: () => 'Дата в майбутньому: у звітах рахується з того дня',
}

export const importRefusalsWords: Translated<ImportRefusalsWords> = { en, ru, uk }
