import type { Entity, EntityHeaders } from './vocabulary.ts'

const person = ['ответственный', 'responsible person', 'responsible', 'відповідальний']
const created = ['дата создания', 'created on', 'дата створення']
const description = ['описание', 'description', 'опис']

const IMPORTANCE = ['важность', 'приоритет', 'priority', 'важливість', 'пріоритет']
const STATUS = ['статус', 'status']
const START = ['начало', 'start', 'початок']
const END = ['конец', 'end', 'кінець', 'завершение']
const DEADLINE = ['срок', 'крайний срок', 'deadline', 'термін', 'крайній термін']

export const bitrix24Records: Readonly<Partial<Record<Entity, EntityHeaders>>> = {
  activities: {
    // Its list of "activities" holds calls, letters, meetings and tasks, each row saying which.
    marks: [
      ['сделка/лид', 'клиент'],
      ['сделка/лид', 'тип', 'срок'],
      ['deal/lead', 'client'],
      ['deal/lead', 'type', 'deadline'],
      ['угода/лід', 'клієнт'],
    ],
    fields: {
      id: ['id'],
      kind: ['тип', 'type'],
      text: ['название', 'name', 'назва', 'тема', 'subject'],
      note: description,
      contact: ['клиент', 'client', 'клієнт'],
      deal: ['сделка/лид', 'deal/lead', 'угода/лід'],
      manager: person,
      at: START,
      deadline: DEADLINE,
      end: END,
      done: STATUS,
      direction: ['направление', 'direction', 'напрямок'],
      place: ['место', 'location', 'місце'],
    },
    ignored: { technical: created, noPlace: IMPORTANCE },
  },
  tasks: {
    marks: [
      ['название', 'постановщик', 'крайний срок'],
      ['название', 'постановщик', 'статус', 'ответственный'],
      ['task', 'created by', 'deadline', 'responsible person'],
      ['назва', 'постановник', 'крайній термін'],
    ],
    fields: {
      id: ['id'],
      text: ['название', 'task', 'title', 'назва'],
      note: description,
      manager: person,
      contact: ['контакт', 'contact'],
      company: ['компания', 'company', 'компанія'],
      deal: ['сделка', 'deal', 'угода'],
      linked: ['crm'],
      due: ['крайний срок', 'срок', 'deadline', 'крайній термін', 'термін'],
      state: STATUS,
      priority: IMPORTANCE,
      created,
      doneAt: ['дата закрытия', 'closed on', 'дата завершення'],
    },
    ignored: {
      derived: ['затрачено', 'time spent', 'витрачений час', 'просрочена'],
      technical: [
        'постановщик',
        'created by',
        'постановник',
        'дата изменения',
        'modified on',
        'дата зміни',
        'последняя активность',
        'активность',
        'active',
        'в отчете',
        'in report',
        'учитывать рабочее время',
        'track time spent',
        'враховувати час',
        'разрешено изменять крайний срок',
        'responsible person can change deadline',
        'id базовой задачи',
        'parent task id',
      ],
      noPlace: [
        'проект',
        'project',
        'группа',
        'group',
        'група',
        'теги',
        'tags',
        'оценка',
        'score',
        'оцінка',
        'лид',
        'lead',
        'наблюдатели',
        'observers',
        'соисполнители',
        'participants',
        'планируемая *',
        'planned *',
        'планові трудовитрати',
        'дата начала работы',
        'start date',
        'название базовой задачи',
        'parent task name',
      ],
    },
  },
}
