import { plural, type Translated } from './translated.ts'

interface When {
  trigger: 'enter' | 'leave' | 'stay'
  stage: string
  days: number
}

interface Problem {
  code: 'managerLeft' | 'fieldGone' | 'pipelineGone' | 'badValue' | 'chain' | 'refused'
  name: string
}

interface Made {
  rule: string
  deal: string
}

/** An id that is not given yet leaves no gap. */
const spaced = (id: string) => (id === '' ? '' : ` ${id}`)

const en = {
  add: 'make a rule: what happens when a deal enters, leaves or stays in a stage',
  list: 'rules, what they did and their last failures',
  show: 'one rule',
  edit: 'change what a rule does, or switch it off and on',
  rm: 'remove a rule; what it did stays',
  test: 'what rules would do; nothing is written',
  run: 'do what is due by now and send what waits; for cron',
  outbox: 'texts that rules sent, or are to send',
  retry: 'try again what failed: one text, all of a rule, or everything',
  presets: 'ready sets of rules: list them, add one',
  options: {
    enter: 'when a deal enters this stage (won and lost too)',
    leave: 'when a deal leaves this stage',
    stay: 'when a deal stays in this stage longer than --days',
    days: 'how many days, with --stay',
    pipeline: 'of which pipeline the stage is',
    task: 'make a task: its text',
    due: 'when the task is due, as of the event: "in 2 days", "tomorrow 09:30"; else that day',
    dueField: 'the task is due on the day in this date field',
    manager: 'for whom; else for the manager of the deal',
    priority: 'high, normal or low',
    set: 'set a field of the deal',
    open: 'open a deal in another pipeline, with the same people',
    title: 'title of that deal',
    withAmount: 'with the amount of the first deal',
    message: 'fill a text; @FILE takes it from a file',
    folder: 'write the text into a file of this folder',
    command: 'hand the text to this command; give it word by word',
    print: 'show the text on the screen',
    since: 'count from this moment on, not from now',
    text: 'another text of the task, message or value',
    on: 'switch it on',
    off: 'switch it off',
    allow: 'let its command run; one that came with a copy does not',
    name: 'another name',
    deal: 'for this deal only',
    period: 'of what happened in this time',
    failed: 'also what failed before',
    stage: 'the stage; else the one whose name says it',
    field: 'the date field with the promised day',
  },
  when: ({ trigger, stage, days }: When) =>
    trigger === 'enter'
      ? `enters "${stage}"`
      : trigger === 'leave'
        ? `leaves "${stage}"`
        : `is over ${days} ${days === 1 ? 'day' : 'days'} in "${stage}"`,
  does: {
    task: (p: { text: string; due: string | null }) =>
      `task "${p.text}"${p.due === null ? '' : `, due ${p.due}`}`,
    field: (p: { field: string; value: string }) => `${p.field} = ${p.value === '' ? '–' : p.value}`,
    deal: (p: { pipeline: string }) => `deal in "${p.pipeline}"`,
    message: (p: { text: string; to: string }) => `message "${p.text}" → ${p.to}`,
  },
  kinds: { task: 'task', message: 'message' },
  dueOn: (p: { field: string }) => `on the day in "${p.field}"`,
  to: { print: 'screen', folder: 'file', command: 'command' },
  gone: 'gone',
  columns: {
    id: 'id',
    name: 'rule',
    when: 'when a deal',
    does: 'what happens',
    state: 'is',
    done: 'done',
    failed: 'failed',
    last: 'last failure',
    since: 'since',
    target: 'goes to',
    manager: 'for whom',
    deal: 'deal',
    at: 'at',
    text: 'text',
    rule: 'rule',
    waiting: 'to come',
    preset: 'set',
  },
  states: { on: 'on', off: 'off' },
  outboxStates: {
    pending: 'waits',
    started: 'on its way',
    done: 'sent',
    failed: 'failed',
    withdrawn: 'taken back',
    held: 'not allowed',
  },
  added: (p: { id: string; name: string; when: string; does: string }) =>
    `Made rule ${p.id} "${p.name}": ${p.when} → ${p.does}`,
  changed: (p: { id: string; name: string; when: string; does: string }) =>
    `Rule ${p.id} "${p.name}" now: ${p.when} → ${p.does}`,
  switched: (p: { id: string; name: string; on: boolean }) =>
    `Rule ${p.id} "${p.name}" is ${p.on ? 'on' : 'off'}`,
  removed: (p: { id: string; name: string }) => `Removed rule ${p.id} "${p.name}"; what it did stays`,
  empty: () => 'No rules yet: voronka rule add --enter STAGE --task TEXT, or voronka rule preset list',
  nothingDue: 'Nothing is due',
  ran: (p: { count: number }) => `${p.count} ${p.count === 1 ? 'rule firing' : 'rule firings'}`,
  nothingSent: () => 'No texts were made by rules',
  wouldDo: () => 'Nothing would happen',
  firedTask: (p: Made & { task: string; text: string; due: string | null; manager: string | null }) =>
    `Rule "${p.rule}": task${spaced(p.task)} "${p.text}"${p.due === null ? '' : `, due ${p.due}`}${p.manager === null ? '' : `, ${p.manager}`}`,
  firedField: (p: Made & { field: string; value: string }) =>
    `Rule "${p.rule}": ${p.field} of ${p.deal} is ${p.value === '' ? 'empty' : `"${p.value}"`} now`,
  firedDeal: (p: Made & { opened: string; title: string; pipeline: string }) =>
    `Rule "${p.rule}": opened${spaced(p.opened)} "${p.title}" in "${p.pipeline}"`,
  firedMessage: (p: Made & { to: string }) => `Rule "${p.rule}": message about ${p.deal} → ${p.to}`,
  notFired: (p: Made & { why: string }) =>
    `Rule "${p.rule}" did nothing for ${p.deal}: ${p.why}. Then: voronka rule retry`,
  moreFired: (p: { count: number }) => `… and ${p.count} more by rules`,
  problem: ({ code, name }: Problem): string =>
    ({
      managerLeft: `${name} works here no more`,
      fieldGone: `a field that it names is gone${name === '' ? '' : ` (${name})`}`,
      pipelineGone: 'its pipeline is gone',
      badValue: `the field cannot hold "${name}"`,
      chain: 'rules set one another off too many times',
      refused: name,
    })[code],
  said: (p: { rule: string; deal: string; text: string }) => `"${p.rule}", ${p.deal}:\n${p.text}`,
  wroteFile: (p: { rule: string; path: string }) => `Rule "${p.rule}" wrote ${p.path}`,
  sendFailed: (p: { rule: string; deal: string; why: string; id: number }) =>
    `Rule "${p.rule}" could not send its text about ${p.deal}: ${p.why}. Again: voronka rule retry ${p.id}`,
  held: (p: { rule: string; id: string }) =>
    `The command of rule "${p.rule}" came with a copy and is not run. Look at it (voronka rule show ${p.id}) and let it run: voronka rule edit ${p.id} --allow-command`,
  send: {
    notFound: (p: { command: string }) => `there is no command "${p.command}"`,
    timeout: (p: { seconds: number }) => `the command did not end within ${p.seconds} s and was stopped`,
    exit: (p: { exit: number; output: string }) =>
      `the command ended with ${p.exit}${p.output === '' ? '' : `: ${p.output}`}`,
    killed: (p: { signal: string }) => `the command was ended by ${p.signal}`,
    interrupted: 'it was cut off, and whether the text went out nobody knows',
    cannotWrite: (p: { path: string; why: string }) => `cannot write ${p.path} (${p.why})`,
    noCommands: 'commands cannot be run here',
  },
  retried: (p: { texts: number; firings: number }) =>
    `Again: ${p.texts} ${p.texts === 1 ? 'text' : 'texts'}, ${p.firings} ${p.firings === 1 ? 'firing' : 'firings'}`,
  nothingFailed: 'Nothing failed',
  noEntry: (p: { text: string }) => `There is no text ${p.text}. All of them: voronka rule outbox`,
  taken: (p: { name: string; id: string }) => `There is a rule "${p.name}" already (${p.id})`,
  loop: (p: { rules: readonly string[] }) =>
    p.rules.length === 1
      ? `Rule "${p.rules[0]}" would set itself off without end: it opens a deal in the stage that it waits for`
      : `These rules would set one another off without end: ${p.rules.join(' → ')}`,
  oneTrigger: 'Say when, once: --enter STAGE, --leave STAGE, or --stay STAGE --days N',
  needsDays: 'Say how long: --stay STAGE --days 3',
  daysOfStay: '--days goes with --stay',
  badDays: (p: { text: string }) => `"${p.text}" is no number of days: write a whole one above zero`,
  oneAction: 'Say what happens, once: --task TEXT, --set FIELD=VALUE, --open PIPELINE or --message TEXT',
  notFor: (p: { flag: string; action: string }) => `${p.flag} goes with ${p.action}`,
  oneOutput: 'A message goes to one place: --folder, --command or --print',
  badPlace: (p: { place: string; known: readonly string[] }) =>
    `Nothing is called {${p.place}}. There are: ${p.known.map((one) => `{${one}}`).join(', ')}`,
  badSet: (p: { text: string; known: string }) =>
    `"${p.text}" sets no field: write FIELD=VALUE, with one of ${p.known} or a field of your own (voronka field list)`,
  notDateField: (p: { field: string }) => `"${p.field}" is no date field`,
  badCommand: (p: { text: string }) =>
    `"${p.text}" is no command: write it word by word (--command msmtp --command=-t) or as a JSON list`,
  noFile: (p: { path: string }) => `Cannot read ${p.path}`,
  nobody: 'the deal’s manager',
  preset: {
    invoice: {
      title: 'ask 2 and 3 days after an invoice; the stage is marked so',
      words: ['invoice', 'payment', 'closing', 'счет', 'счёт', 'оплата', 'рахунок'],
      rules: ['Invoice, 2 days', 'Invoice, 3 days'],
      texts: [
        'Ask {contact.name} about the invoice: {deal.title}',
        'Call about the payment: {deal.title}, {deal.amount}',
      ],
    },
    callback: {
      title: 'call back on the promised day, which is in a date field',
      words: [
        'contact',
        'call',
        'new',
        'inquiry',
        'контакт',
        'звон',
        'нов',
        'обращ',
        'заявк',
        'дзвін',
        'зверн',
      ],
      rules: ['Call back as promised'],
      texts: ['Call {contact.name} back as promised: {deal.title}'],
    },
    proposal: {
      title: 'ask 3 days after a proposal',
      words: ['proposal', 'offer', 'quote', 'предлож', 'кп', 'пропоз'],
      rules: ['Proposal, 3 days'],
      texts: ['Did {contact.name} get the proposal? {deal.title}'],
    },
    reactivation: {
      title: 'a call on Monday: won half a year ago, lost 3 months ago',
      words: [],
      rules: ['Half a year after the win', 'Three months after the loss'],
      texts: ['Call {contact.name} again: bought {deal.title}', 'Ask {contact.name} again: {deal.title}'],
      due: 'monday',
    },
  },
  presetVerb: (p: { text: string }) => `"${p.text}" is neither list nor add: voronka rule preset list`,
  promised: 'Promised day',
  noPreset: (p: { text: string; known: string }) => `There is no set "${p.text}". There are: ${p.known}`,
  whichStage: (p: { preset: string; stages: string }) =>
    `No one stage is clearly meant: name it with --stage. There are: ${p.stages}`,
  presetAdded: (p: { rules: readonly string[]; stage: string }) =>
    `Made for "${p.stage}": ${p.rules.map((name) => `"${name}"`).join(', ')}`,
}

export type RulesWords = typeof en

const daysRu = (n: number) => `${n} ${n % 10 === 1 && n % 100 !== 11 ? 'дня' : 'дней'}`
const daysUk = (n: number) => `${n} ${n % 10 === 1 && n % 100 !== 11 ? 'дня' : 'днів'}`

const ru: RulesWords = {
  add: 'завести правило: что делать, когда сделка приходит на этап, уходит с него или застряла',
  list: 'правила, что они сделали и на чём споткнулись',
  show: 'одно правило',
  edit: 'изменить, что делает правило, выключить или включить его',
  rm: 'убрать правило; то, что оно сделало, останется',
  test: 'что сделали бы правила; ничего не записывается',
  run: 'сделать, чему пришёл срок, и отправить, что ждёт; для cron',
  outbox: 'тексты, которые правила отправили или отправят',
  retry: 'попробовать снова то, что не удалось: один текст, всё по правилу или вообще всё',
  presets: 'готовые наборы правил: list — какие есть, add — завести',
  options: {
    enter: 'когда сделка приходит на этот этап (выигрыш и отказ тоже)',
    leave: 'когда сделка уходит с этого этапа',
    stay: 'когда сделка стоит на этапе дольше, чем --days',
    days: 'сколько дней, вместе с --stay',
    pipeline: 'в какой воронке этап',
    task: 'поставить задачу: её текст',
    due: 'срок задачи, считая от события: «через 2 дня», «завтра 09:30»; иначе тот же день',
    dueField: 'срок задачи — день из этого поля с датой',
    manager: 'для кого; иначе для менеджера сделки',
    priority: 'high, normal или low',
    set: 'записать поле сделки',
    open: 'открыть сделку в другой воронке, с теми же людьми',
    title: 'название этой сделки',
    withAmount: 'с суммой первой сделки',
    message: 'заполнить текст; @ФАЙЛ берёт его из файла',
    folder: 'записать текст в файл этой папки',
    command: 'отдать текст этой команде; пишите её по словам',
    print: 'показать текст на экране',
    since: 'считать с этого момента, а не с сейчас',
    text: 'другой текст задачи, сообщения или значение',
    on: 'включить',
    off: 'выключить',
    allow: 'разрешить команду; пришедшая с копией не запускается',
    name: 'другое название',
    deal: 'только для этой сделки',
    period: 'по тому, что было за это время',
    failed: 'и то, что раньше не удалось',
    stage: 'этап; иначе тот, о ком говорит его название',
    field: 'поле с датой, на которую обещали',
  },
  when: ({ trigger, stage, days }) =>
    trigger === 'enter'
      ? `приходит на «${stage}»`
      : trigger === 'leave'
        ? `уходит с «${stage}»`
        : `дольше ${daysRu(days)} на «${stage}»`,
  does: {
    task: (p) => `задача «${p.text}»${p.due === null ? '' : `, срок: ${p.due}`}`,
    field: (p) => `${p.field} = ${p.value === '' ? '–' : p.value}`,
    deal: (p) => `сделка в «${p.pipeline}»`,
    message: (p) => `сообщение «${p.text}» → ${p.to}`,
  },
  kinds: { task: 'задача', message: 'сообщение' },
  dueOn: (p) => `день из поля «${p.field}»`,
  to: { print: 'экран', folder: 'файл', command: 'команда' },
  gone: 'больше нет',
  columns: {
    id: 'id',
    name: 'правило',
    when: 'когда сделка',
    does: 'что делать',
    state: 'сейчас',
    done: 'сделано',
    failed: 'не вышло',
    last: 'последняя неудача',
    since: 'с какого дня',
    target: 'куда',
    manager: 'для кого',
    deal: 'сделка',
    at: 'когда',
    text: 'текст',
    rule: 'правило',
    waiting: 'впереди',
    preset: 'набор',
  },
  states: { on: 'включено', off: 'выключено' },
  outboxStates: {
    pending: 'ждёт',
    started: 'в пути',
    done: 'отправлено',
    failed: 'не вышло',
    withdrawn: 'отозвано',
    held: 'не разрешено',
  },
  added: (p) => `Правило ${p.id} «${p.name}»: ${p.when} → ${p.does}`,
  changed: (p) => `Правило ${p.id} «${p.name}» теперь: ${p.when} → ${p.does}`,
  switched: (p) => `Правило ${p.id} «${p.name}» ${p.on ? 'включено' : 'выключено'}`,
  removed: (p) => `Правило ${p.id} «${p.name}» убрано; то, что оно сделало, осталось`,
  empty: () => 'Правил пока нет: voronka rule add --enter ЭТАП --task ТЕКСТ или voronka rule preset list',
  nothingDue: 'Ничему не пришёл срок',
  ran: (p) => `Правила сработали ${p.count} ${plural(p.count, 'раз', 'раза', 'раз')}`,
  nothingSent: () => 'Правила текстов не составляли',
  wouldDo: () => 'Ничего бы не произошло',
  firedTask: (p) =>
    `Правило «${p.rule}»: задача${spaced(p.task)} «${p.text}»${p.due === null ? '' : `, срок ${p.due}`}${p.manager === null ? '' : `, ${p.manager}`}`,
  firedField: (p) =>
    `Правило «${p.rule}»: ${p.deal}, ${p.field} — ${p.value === '' ? 'пусто' : `«${p.value}»`}`,
  firedDeal: (p) => `Правило «${p.rule}»: открыта сделка${spaced(p.opened)} «${p.title}» в «${p.pipeline}»`,
  firedMessage: (p) => `Правило «${p.rule}»: сообщение о ${p.deal} → ${p.to}`,
  notFired: (p) =>
    `Правило «${p.rule}» для ${p.deal} не сработало: ${p.why}. Поправив, повторите: voronka rule retry`,
  moreFired: (p) => `… и ещё ${p.count} по правилам`,
  problem: ({ code, name }) =>
    ({
      managerLeft: `${name} здесь больше не работает`,
      fieldGone: `поля, которое в нём названо, больше нет${name === '' ? '' : ` (${name})`}`,
      pipelineGone: 'его воронки больше нет',
      badValue: `в поле нельзя записать «${name}»`,
      chain: 'правила вызвали друг друга слишком много раз',
      refused: name,
    })[code],
  said: (p) => `«${p.rule}», ${p.deal}:\n${p.text}`,
  wroteFile: (p) => `Правило «${p.rule}» записало ${p.path}`,
  sendFailed: (p) =>
    `Правило «${p.rule}» не отправило текст о ${p.deal}: ${p.why}. Ещё раз: voronka rule retry ${p.id}`,
  held: (p) =>
    `Команда правила «${p.rule}» пришла с копией и не запускается. Посмотрите её (voronka rule show ${p.id}) и разрешите: voronka rule edit ${p.id} --allow-command`,
  send: {
    notFound: (p) => `нет команды «${p.command}»`,
    timeout: (p) => `команда не закончила за ${p.seconds} с и остановлена`,
    exit: (p) => `команда закончила с кодом ${p.exit}${p.output === '' ? '' : `: ${p.output}`}`,
    killed: (p) => `команду остановил сигнал ${p.signal}`,
    interrupted: 'отправка прервалась, ушёл ли текст — неизвестно',
    cannotWrite: (p) => `не записать ${p.path} (${p.why})`,
    noCommands: 'здесь команды не запускаются',
  },
  retried: (p) => `Снова: текстов — ${p.texts}, срабатываний — ${p.firings}`,
  nothingFailed: 'Неудач не было',
  noEntry: (p) => `Текста ${p.text} нет. Все: voronka rule outbox`,
  taken: (p) => `Правило «${p.name}» уже есть (${p.id})`,
  loop: (p) =>
    p.rules.length === 1
      ? `Правило «${p.rules[0]}» вызывало бы само себя без конца: оно открывает сделку на этапе, которого само ждёт`
      : `Эти правила вызывали бы друг друга без конца: ${p.rules.join(' → ')}`,
  oneTrigger: 'Скажите, когда, — один раз: --enter ЭТАП, --leave ЭТАП или --stay ЭТАП --days ДНЕЙ',
  needsDays: 'Скажите, сколько дней: --stay ЭТАП --days 3',
  daysOfStay: '--days пишут вместе с --stay',
  badDays: (p) => `«${p.text}» — не число дней: напишите целое больше нуля`,
  oneAction:
    'Скажите, что делать, — одно: --task ТЕКСТ, --set ПОЛЕ=ЗНАЧЕНИЕ, --open ВОРОНКА или --message ТЕКСТ',
  notFor: (p) => `${p.flag} пишут вместе с ${p.action}`,
  oneOutput: 'Сообщение идёт в одно место: --folder, --command или --print',
  badPlace: (p) => `Нет ничего с именем {${p.place}}. Есть: ${p.known.map((one) => `{${one}}`).join(', ')}`,
  badSet: (p) =>
    `«${p.text}» — не поле и значение: напишите ПОЛЕ=ЗНАЧЕНИЕ, поле — одно из ${p.known} или своё (voronka field list)`,
  notDateField: (p) => `«${p.field}» — не поле с датой`,
  badCommand: (p) =>
    `«${p.text}» — не команда: пишите по словам (--command msmtp --command=-t) или списком JSON`,
  noFile: (p) => `Не прочитать ${p.path}`,
  nobody: 'менеджер сделки',
  preset: {
    invoice: {
      title: 'спросить через 2 и 3 дня после счёта; этап отмечается',
      words: en.preset.invoice.words,
      rules: ['Счёт, 2 дня', 'Счёт, 3 дня'],
      texts: [
        'Узнать про счёт: {contact.name}, {deal.title}',
        'Позвонить об оплате: {deal.title}, {deal.amount}',
      ],
    },
    callback: {
      title: 'перезвонить в обещанный день, он в поле с датой',
      words: en.preset.callback.words,
      rules: ['Перезвонить, как обещали'],
      texts: ['Перезвонить, как обещали: {contact.name}, {deal.title}'],
    },
    proposal: {
      title: 'спросить через 3 дня после предложения',
      words: en.preset.proposal.words,
      rules: ['Предложение, 3 дня'],
      texts: ['Получили ли предложение? {contact.name}, {deal.title}'],
    },
    reactivation: {
      title: 'звонок в понедельник: выигрыш полгода назад, отказ 3 месяца',
      words: [],
      rules: ['Полгода после выигрыша', 'Три месяца после отказа'],
      texts: [
        'Позвонить снова: {contact.name}, раньше — {deal.title}',
        'Спросить ещё раз: {contact.name}, {deal.title}',
      ],
      due: 'понедельник',
    },
  },
  presetVerb: (p) => `«${p.text}» — не list и не add: voronka rule preset list`,
  promised: 'Обещанный день',
  noPreset: (p) => `Набора «${p.text}» нет. Есть: ${p.known}`,
  whichStage: (p) => `Не ясно, какой этап: назовите его в --stage. Есть: ${p.stages}`,
  presetAdded: (p) => `Для «${p.stage}» заведено: ${p.rules.map((name) => `«${name}»`).join(', ')}`,
}

const uk: RulesWords = {
  add: 'завести правило: що робити, коли угода приходить на етап, іде з нього чи застрягла',
  list: 'правила, що вони зробили і на чому спіткнулися',
  show: 'одне правило',
  edit: 'змінити, що робить правило, вимкнути чи ввімкнути його',
  rm: 'прибрати правило; те, що воно зробило, лишиться',
  test: 'що зробили б правила; нічого не записується',
  run: 'зробити, чому настав час, і надіслати, що чекає; для cron',
  outbox: 'тексти, які правила надіслали чи надішлють',
  retry: 'спробувати знову те, що не вдалося: один текст, усе за правилом чи взагалі все',
  presets: 'готові набори правил: list — які є, add — завести',
  options: {
    enter: 'коли угода приходить на цей етап (виграш і відмова теж)',
    leave: 'коли угода йде з цього етапу',
    stay: 'коли угода стоїть на етапі довше, ніж --days',
    days: 'скільки днів, разом із --stay',
    pipeline: 'у якій воронці етап',
    task: 'поставити завдання: його текст',
    due: 'термін завдання від події: «через 2 дні», «завтра 09:30»; інакше той самий день',
    dueField: 'термін завдання — день із цього поля з датою',
    manager: 'для кого; інакше для менеджера угоди',
    priority: 'high, normal або low',
    set: 'записати поле угоди',
    open: 'відкрити угоду в іншій воронці, з тими самими людьми',
    title: 'назва цієї угоди',
    withAmount: 'із сумою першої угоди',
    message: 'заповнити текст; @ФАЙЛ бере його з файлу',
    folder: 'записати текст у файл цієї теки',
    command: 'віддати текст цій команді; пишіть її по словах',
    print: 'показати текст на екрані',
    since: 'рахувати з цього моменту, а не відтепер',
    text: 'інший текст завдання, повідомлення чи значення',
    on: 'увімкнути',
    off: 'вимкнути',
    allow: 'дозволити команду; та, що прийшла з копією, не запускається',
    name: 'інша назва',
    deal: 'лише для цієї угоди',
    period: 'за тим, що було за цей час',
    failed: 'і те, що раніше не вдалося',
    stage: 'етап; інакше той, про який каже його назва',
    field: 'поле з датою, на яку обіцяли',
  },
  when: ({ trigger, stage, days }) =>
    trigger === 'enter'
      ? `приходить на «${stage}»`
      : trigger === 'leave'
        ? `іде з «${stage}»`
        : `довше ${daysUk(days)} на «${stage}»`,
  does: {
    task: (p) => `завдання «${p.text}»${p.due === null ? '' : `, термін: ${p.due}`}`,
    field: (p) => `${p.field} = ${p.value === '' ? '–' : p.value}`,
    deal: (p) => `угода в «${p.pipeline}»`,
    message: (p) => `повідомлення «${p.text}» → ${p.to}`,
  },
  kinds: { task: 'завдання', message: 'повідомлення' },
  dueOn: (p) => `день із поля «${p.field}»`,
  to: { print: 'екран', folder: 'файл', command: 'команда' },
  gone: 'більше немає',
  columns: {
    id: 'id',
    name: 'правило',
    when: 'коли угода',
    does: 'що робити',
    state: 'зараз',
    done: 'зроблено',
    failed: 'не вийшло',
    last: 'остання невдача',
    since: 'з якого дня',
    target: 'куди',
    manager: 'для кого',
    deal: 'угода',
    at: 'коли',
    text: 'текст',
    rule: 'правило',
    waiting: 'попереду',
    preset: 'набір',
  },
  states: { on: 'увімкнено', off: 'вимкнено' },
  outboxStates: {
    pending: 'чекає',
    started: 'у дорозі',
    done: 'надіслано',
    failed: 'не вийшло',
    withdrawn: 'відкликано',
    held: 'не дозволено',
  },
  added: (p) => `Правило ${p.id} «${p.name}»: ${p.when} → ${p.does}`,
  changed: (p) => `Правило ${p.id} «${p.name}» тепер: ${p.when} → ${p.does}`,
  switched: (p) => `Правило ${p.id} «${p.name}» ${p.on ? 'увімкнено' : 'вимкнено'}`,
  removed: (p) => `Правило ${p.id} «${p.name}» прибрано; те, що воно зробило, лишилося`,
  empty: () => 'Правил поки немає: voronka rule add --enter ЕТАП --task ТЕКСТ або voronka rule preset list',
  nothingDue: 'Зараз робити нічого',
  ran: (p) => `Правила спрацювали ${p.count} ${plural(p.count, 'раз', 'рази', 'разів')}`,
  nothingSent: () => 'Правила текстів не складали',
  wouldDo: () => 'Нічого б не сталося',
  firedTask: (p) =>
    `Правило «${p.rule}»: завдання${spaced(p.task)} «${p.text}»${p.due === null ? '' : `, термін ${p.due}`}${p.manager === null ? '' : `, ${p.manager}`}`,
  firedField: (p) =>
    `Правило «${p.rule}»: ${p.deal}, ${p.field} — ${p.value === '' ? 'порожньо' : `«${p.value}»`}`,
  firedDeal: (p) => `Правило «${p.rule}»: відкрито угоду${spaced(p.opened)} «${p.title}» у «${p.pipeline}»`,
  firedMessage: (p) => `Правило «${p.rule}»: повідомлення про ${p.deal} → ${p.to}`,
  notFired: (p) =>
    `Правило «${p.rule}» для ${p.deal} не спрацювало: ${p.why}. Виправивши, повторіть: voronka rule retry`,
  moreFired: (p) => `… і ще ${p.count} за правилами`,
  problem: ({ code, name }) =>
    ({
      managerLeft: `${name} тут більше не працює`,
      fieldGone: `поля, яке в ньому назване, більше немає${name === '' ? '' : ` (${name})`}`,
      pipelineGone: 'його воронки більше немає',
      badValue: `у поле не можна записати «${name}»`,
      chain: 'правила викликали одне одного забагато разів',
      refused: name,
    })[code],
  said: (p) => `«${p.rule}», ${p.deal}:\n${p.text}`,
  wroteFile: (p) => `Правило «${p.rule}» записало ${p.path}`,
  sendFailed: (p) =>
    `Правило «${p.rule}» не надіслало текст про ${p.deal}: ${p.why}. Ще раз: voronka rule retry ${p.id}`,
  held: (p) =>
    `Команда правила «${p.rule}» прийшла з копією і не запускається. Подивіться її (voronka rule show ${p.id}) і дозвольте: voronka rule edit ${p.id} --allow-command`,
  send: {
    notFound: (p) => `немає команди «${p.command}»`,
    timeout: (p) => `команда не закінчила за ${p.seconds} с і зупинена`,
    exit: (p) => `команда закінчила з кодом ${p.exit}${p.output === '' ? '' : `: ${p.output}`}`,
    killed: (p) => `команду зупинив сигнал ${p.signal}`,
    interrupted: 'надсилання перервалося, чи пішов текст — невідомо',
    cannotWrite: (p) => `не записати ${p.path} (${p.why})`,
    noCommands: 'тут команди не запускаються',
  },
  retried: (p) => `Знову: текстів — ${p.texts}, спрацювань — ${p.firings}`,
  nothingFailed: 'Невдач не було',
  noEntry: (p) => `Тексту ${p.text} немає. Усі: voronka rule outbox`,
  taken: (p) => `Правило «${p.name}» вже є (${p.id})`,
  loop: (p) =>
    p.rules.length === 1
      ? `Правило «${p.rules[0]}» викликало б саме себе без кінця: воно відкриває угоду на етапі, якого саме чекає`
      : `Ці правила викликали б одне одного без кінця: ${p.rules.join(' → ')}`,
  oneTrigger: 'Скажіть, коли, — один раз: --enter ЕТАП, --leave ЕТАП або --stay ЕТАП --days ДНІВ',
  needsDays: 'Скажіть, скільки днів: --stay ЕТАП --days 3',
  daysOfStay: '--days пишуть разом із --stay',
  badDays: (p) => `«${p.text}» — не число днів: напишіть ціле більше нуля`,
  oneAction:
    'Скажіть, що робити, — одне: --task ТЕКСТ, --set ПОЛЕ=ЗНАЧЕННЯ, --open ВОРОНКА або --message ТЕКСТ',
  notFor: (p) => `${p.flag} пишуть разом із ${p.action}`,
  oneOutput: 'Повідомлення йде в одне місце: --folder, --command або --print',
  badPlace: (p) => `Немає нічого з іменем {${p.place}}. Є: ${p.known.map((one) => `{${one}}`).join(', ')}`,
  badSet: (p) =>
    `«${p.text}» — не поле і значення: напишіть ПОЛЕ=ЗНАЧЕННЯ, поле — одне з ${p.known} або своє (voronka field list)`,
  notDateField: (p) => `«${p.field}» — не поле з датою`,
  badCommand: (p) =>
    `«${p.text}» — не команда: пишіть по словах (--command msmtp --command=-t) або списком JSON`,
  noFile: (p) => `Не прочитати ${p.path}`,
  nobody: 'менеджер угоди',
  preset: {
    invoice: {
      title: 'спитати через 2 і 3 дні після рахунку; етап позначається',
      words: en.preset.invoice.words,
      rules: ['Рахунок, 2 дні', 'Рахунок, 3 дні'],
      texts: [
        'Дізнатися про рахунок: {contact.name}, {deal.title}',
        'Зателефонувати про оплату: {deal.title}, {deal.amount}',
      ],
    },
    callback: {
      title: 'передзвонити в обіцяний день, він у полі з датою',
      words: en.preset.callback.words,
      rules: ['Передзвонити, як обіцяли'],
      texts: ['Передзвонити, як обіцяли: {contact.name}, {deal.title}'],
    },
    proposal: {
      title: 'спитати через 3 дні після пропозиції',
      words: en.preset.proposal.words,
      rules: ['Пропозиція, 3 дні'],
      texts: ['Чи отримали пропозицію? {contact.name}, {deal.title}'],
    },
    reactivation: {
      title: 'дзвінок у понеділок: виграш пів року тому, відмова 3 місяці',
      words: [],
      rules: ['Пів року після виграшу', 'Три місяці після відмови'],
      texts: [
        'Зателефонувати знову: {contact.name}, раніше — {deal.title}',
        'Спитати ще раз: {contact.name}, {deal.title}',
      ],
      due: 'понеділок',
    },
  },
  presetVerb: (p) => `«${p.text}» — не list і не add: voronka rule preset list`,
  promised: 'Обіцяний день',
  noPreset: (p) => `Набору «${p.text}» немає. Є: ${p.known}`,
  whichStage: (p) => `Не ясно, який етап: назвіть його в --stage. Є: ${p.stages}`,
  presetAdded: (p) => `Для «${p.stage}» заведено: ${p.rules.map((name) => `«${name}»`).join(', ')}`,
}

export const rulesWords: Translated<RulesWords> = { en, ru, uk }
