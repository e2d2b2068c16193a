import type { Translated } from './translated.ts'

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

/** What rules did, could not do, and sent. */
const en = {
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
  sent: (p: { rule: string; deal: string }) =>
    `Rule "${p.rule}" sent its text about ${p.deal}, which had waited`,
  notSentNow: (p: { why: string }) =>
    `The change is made, but not all that rules have to send is sent: ${p.why}. The rest goes out with the next change, or at once: voronka rule run`,
  held: (p: { rule: string; id: string }) =>
    `The command of rule "${p.rule}" came with a copy and is not run. Look at it (voronka rule show ${p.id}) and let it run: voronka rule edit ${p.id} --allow-command`,
  send: {
    notFound: (p: { command: string }) => `there is no command "${p.command}"`,
    notRun: (p: { command: string; why: string }) => `the command "${p.command}" cannot be run: ${p.why}`,
    /** Of what the system says. */
    whyNotRun: {
      EACCES: 'it is no program, or may not be run (chmod +x)',
      ENOENT: 'the program that its first line names is not there',
      E2BIG: 'its words are too long',
    },
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
}

export type RuleFiringsWords = typeof en

const ru: RuleFiringsWords = {
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
  sent: (p) => `Правило «${p.rule}» отправило текст о ${p.deal}, который ждал`,
  notSentNow: (p) =>
    `Изменение сделано, но не всё, что отправляют правила, отправлено: ${p.why}. Остальное уйдёт со следующим изменением или сразу: voronka rule run`,
  held: (p) =>
    `Команда правила «${p.rule}» пришла с копией и не запускается. Посмотрите её (voronka rule show ${p.id}) и разрешите: voronka rule edit ${p.id} --allow-command`,
  send: {
    notFound: (p) => `нет команды «${p.command}»`,
    notRun: (p) => `команду «${p.command}» не запустить: ${p.why}`,
    whyNotRun: {
      EACCES: 'это не программа, или её нельзя запускать (chmod +x)',
      ENOENT: 'нет программы, названной в её первой строке',
      E2BIG: 'её слова слишком длинные',
    },
    timeout: (p) => `команда не закончила за ${p.seconds} с и остановлена`,
    exit: (p) => `команда закончила с кодом ${p.exit}${p.output === '' ? '' : `: ${p.output}`}`,
    killed: (p) => `команду остановил сигнал ${p.signal}`,
    interrupted: 'отправка прервалась, ушёл ли текст — неизвестно',
    cannotWrite: (p) => `не записать ${p.path} (${p.why})`,
    noCommands: 'здесь команды не запускаются',
  },
  retried: (p) => `Снова: текстов — ${p.texts}, срабатываний — ${p.firings}`,
  nothingFailed: 'Неудач не было',
}

const uk: RuleFiringsWords = {
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
  sent: (p) => `Правило «${p.rule}» надіслало текст про ${p.deal}, який чекав`,
  notSentNow: (p) =>
    `Зміну зроблено, але не все, що надсилають правила, надіслано: ${p.why}. Решта піде з наступною зміною або відразу: voronka rule run`,
  held: (p) =>
    `Команда правила «${p.rule}» прийшла з копією і не запускається. Подивіться її (voronka rule show ${p.id}) і дозвольте: voronka rule edit ${p.id} --allow-command`,
  send: {
    notFound: (p) => `немає команди «${p.command}»`,
    notRun: (p) => `команду «${p.command}» не запустити: ${p.why}`,
    whyNotRun: {
      EACCES: 'це не програма, або її не можна запускати (chmod +x)',
      ENOENT: 'немає програми, названої в її першому рядку',
      E2BIG: 'її слова задовгі',
    },
    timeout: (p) => `команда не закінчила за ${p.seconds} с і зупинена`,
    exit: (p) => `команда закінчила з кодом ${p.exit}${p.output === '' ? '' : `: ${p.output}`}`,
    killed: (p) => `команду зупинив сигнал ${p.signal}`,
    interrupted: 'надсилання перервалося, чи пішов текст — невідомо',
    cannotWrite: (p) => `не записати ${p.path} (${p.why})`,
    noCommands: 'тут команди не запускаються',
  },
  retried: (p) => `Знову: текстів — ${p.texts}, спрацювань — ${p.firings}`,
  nothingFailed: 'Невдач не було',
}

export const ruleFiringsWords: Translated<RuleFiringsWords> = { en, ru, uk }
