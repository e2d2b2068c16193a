import type { Translated } from './translated.ts'

/** The first few of them. */
function someOf(parts: readonly string[]): string {
  return parts.length > 3 ? `${parts.slice(0, 3).join(', ')}…` : parts.join(', ')
}

const en = {
  noRate: (p: { currency: string; base: string; on: string }) =>
    `There is no rate of ${p.currency} to ${p.base} on ${p.on} or before. Add it: voronka fx add ${p.on} ${p.currency} RATE`,
  noFile: (p: { path: string }) =>
    `There is no workspace at ${p.path}\n  voronka init   makes one\n  voronka demo   shows an example first`,
  exists: (p: { path: string }) =>
    `${p.path} exists already. Name another file with --db, or use it as it is`,
  notOurs: (p: { path: string }) => `${p.path} is not a Voronka workspace. Name the right file with --db`,
  directory: (p: { path: string }) => `${p.path} is a directory. Name a file in it with --db`,
  newer: (p: { path: string; file: number; program: number }) =>
    `${p.path} was written by a newer Voronka (format ${p.file}, this program knows ${p.program}). Update: npm i -g voronka`,
  busy: (p: { path: string }) => `${p.path} is busy: another Voronka is writing to it. Try again in a moment`,
  moved: (p: { path: string }) =>
    `${p.path} was moved, replaced or removed while it was open. Nothing was written: do it again`,
  readOnly: (p: { path: string }) =>
    `${p.path} cannot be written: no permission. Reports still work; to write, mend the permissions or name another file with --db`,
  noPermission: (p: { path: string }) => `${p.path} cannot be opened: no permission`,
  full: (p: { path: string }) =>
    `The disk of ${p.path} is full. Nothing was changed; free some room and try again`,
  io: (p: { path: string }) =>
    `${p.path} could not be read or written: the disk fails. Nothing was changed. See whether the disk (or the network folder) works and has room, and try again; if the file itself is spoilt: voronka restore FILE`,
  damaged: (p: { path: string }) =>
    `${p.path} is damaged. Bring back the latest backup: voronka restore FILE; without one, see what is left: voronka doctor`,
  lost: (p: { path: string; parts: readonly string[] }) =>
    `${p.path} lacks parts of itself (${someOf(p.parts)}): another program changed it. Bring back the latest backup: voronka restore FILE`,
  nothingToUndo: () => 'There is nothing to undo',
  noOperation: (p: { operation: number }) =>
    `There is no operation ${p.operation}. See the list: voronka journal`,
  undoOfUndo: (p: { operation: number; undoes: number; command: string }) =>
    `Operation ${p.operation} is itself an undo, of operation ${p.undoes}. To do that again: voronka ${p.command}`,
  alreadyUndone: (p: { operation: number }) => `Operation ${p.operation} is undone already`,
  notInBatch: 'This cannot be done within a batch: run it by itself',
  undoBlocked: (p: { operation: number; later: string; latest: number }) =>
    `Operation ${p.operation} cannot be undone before what was built on it (${p.later}). Undo those first: voronka undo ${p.latest}`,
}

export type StoreWords = typeof en

const ru: StoreWords = {
  noRate: (p) =>
    `Нет курса ${p.currency} к ${p.base} на ${p.on} или раньше. Добавьте: voronka fx add ${p.on} ${p.currency} КУРС`,
  noFile: (p) =>
    `Нет базы ${p.path}\n  voronka init   создать её\n  voronka demo   сначала посмотреть на примере`,
  exists: (p) => `${p.path} уже есть. Укажите другой файл через --db или работайте с этим`,
  notOurs: (p) => `${p.path} — не база Voronka. Укажите нужный файл через --db`,
  directory: (p) => `${p.path} — это папка. Укажите файл в ней через --db`,
  newer: (p) =>
    `${p.path} записан более новой версией Voronka (формат ${p.file}, эта программа знает ${p.program}). Обновите: npm i -g voronka`,
  busy: (p) => `${p.path} занят: в него пишет другая Voronka. Повторите чуть позже`,
  moved: (p) =>
    `${p.path}: файл переместили, заменили или удалили, пока он был открыт. Ничего не записано: повторите`,
  readOnly: (p) =>
    `В ${p.path} нельзя писать: нет прав. Отчёты работают; для записи исправьте права или укажите другой файл через --db`,
  noPermission: (p) => `${p.path} не открыть: нет прав`,
  full: (p) => `На диске с ${p.path} нет места. Ничего не изменено; освободите место и повторите`,
  io: (p) =>
    `${p.path} не удалось прочитать или записать: диск отвечает ошибкой. Ничего не изменено. Проверьте, работает ли диск (или сетевая папка) и есть ли на нём место, и повторите; если испорчен сам файл: voronka restore FILE`,
  damaged: (p) =>
    `${p.path} повреждён. Верните последнюю резервную копию: voronka restore FILE; если её нет, посмотрите, что уцелело: voronka doctor`,
  lost: (p) =>
    `В ${p.path} не хватает частей (${someOf(p.parts)}): файл изменила другая программа. Верните последнюю резервную копию: voronka restore FILE`,
  nothingToUndo: () => 'Отменять нечего',
  noOperation: (p) => `Нет операции ${p.operation}. Список: voronka journal`,
  undoOfUndo: (p) =>
    `Операция ${p.operation} сама отменила операцию ${p.undoes}. Сделать ту заново: voronka ${p.command}`,
  alreadyUndone: (p) => `Операция ${p.operation} уже отменена`,
  notInBatch: 'Внутри пакета команд это не делается: выполните отдельно',
  undoBlocked: (p) =>
    `Операцию ${p.operation} нельзя отменить раньше того, что на неё опирается (${p.later}). Сначала отмените это: voronka undo ${p.latest}`,
}

const uk: StoreWords = {
  noRate: (p) =>
    `Немає курсу ${p.currency} до ${p.base} на ${p.on} або раніше. Додайте: voronka fx add ${p.on} ${p.currency} КУРС`,
  noFile: (p) =>
    `Немає бази ${p.path}\n  voronka init   створити її\n  voronka demo   спершу подивитися на прикладі`,
  exists: (p) => `${p.path} вже є. Вкажіть інший файл через --db або працюйте з цим`,
  notOurs: (p) => `${p.path} — не база Voronka. Вкажіть потрібний файл через --db`,
  directory: (p) => `${p.path} — це тека. Вкажіть файл у ній через --db`,
  newer: (p) =>
    `${p.path} записано новішою версією Voronka (формат ${p.file}, ця програма знає ${p.program}). Оновіть: npm i -g voronka`,
  busy: (p) => `${p.path} зайнятий: у нього пише інша Voronka. Спробуйте трохи згодом`,
  moved: (p) =>
    `${p.path}: файл перемістили, замінили або видалили, поки він був відкритий. Нічого не записано: повторіть`,
  readOnly: (p) =>
    `У ${p.path} не можна писати: немає прав. Звіти працюють; для запису виправте права або вкажіть інший файл через --db`,
  noPermission: (p) => `${p.path} не відкрити: немає прав`,
  full: (p) => `На диску з ${p.path} немає місця. Нічого не змінено; звільніть місце і повторіть`,
  io: (p) =>
    `${p.path} не вдалося прочитати або записати: диск відповідає помилкою. Нічого не змінено. Перевірте, чи працює диск (або мережева папка) і чи є на ньому місце, і повторіть; якщо зіпсовано сам файл: voronka restore FILE`,
  damaged: (p) =>
    `${p.path} пошкоджено. Поверніть останню резервну копію: voronka restore FILE; якщо її немає, подивіться, що вціліло: voronka doctor`,
  lost: (p) =>
    `У ${p.path} бракує частин (${someOf(p.parts)}): файл змінила інша програма. Поверніть останню резервну копію: voronka restore FILE`,
  nothingToUndo: () => 'Скасовувати нічого',
  noOperation: (p) => `Немає операції ${p.operation}. Перелік: voronka journal`,
  undoOfUndo: (p) =>
    `Операція ${p.operation} сама скасувала операцію ${p.undoes}. Зробити ту знову: voronka ${p.command}`,
  alreadyUndone: (p) => `Операцію ${p.operation} вже скасовано`,
  notInBatch: 'Усередині пакета команд цього не роблять: виконайте окремо',
  undoBlocked: (p) =>
    `Операцію ${p.operation} не можна скасувати раніше за те, що на неї спирається (${p.later}). Спершу скасуйте це: voronka undo ${p.latest}`,
}

export const storeWords: Translated<StoreWords> = { en, ru, uk }
