import type { Entity, EntityHeaders } from './vocabulary.ts'

type Records = Readonly<Partial<Record<Entity, EntityHeaders>>>

const salesforceAbout = {
  id: ['id', 'activity id', 'task id', 'event id'],
  manager: ['assigned', 'assigned to', 'owner name', 'ownerid'],
  contact: ['contact', 'name'],
  contactId: ['whoid', 'contact id'],
  company: ['company / account', 'account name'],
  companyId: ['accountid', 'account id'],
  deal: ['opportunity'],
  dealId: ['whatid', 'opportunity id'],
  text: ['subject'],
  note: ['description', 'full comments', 'comments'],
}
const salesforceTechnical = [
  'isdeleted',
  'lastmodifieddate',
  'lastmodifiedbyid',
  'createdbyid',
  'systemmodstamp',
  'isarchived',
  'recordtypeid',
  'whocount',
  'whatcount',
  'isclosed',
  'ishighpriority',
  'calltype',
  'callobject',
  'isprivate',
  'showas',
  'ischild',
  'isgroupevent',
  'isreminderset',
  'reminderdatetime',
  'isrecurrence',
  'recurrence*',
  'eventsubtype',
  'activitydatetime',
  'isalldayevent',
  'created by',
  'last modified date',
]

export const salesforceRecords: Records = {
  activities: {
    marks: [
      ['whoid', 'whatid', 'subject', 'startdatetime'],
      ['whoid', 'whatid', 'calldurationinseconds'],
      ['subject', 'assigned', 'date', 'company / account'],
    ],
    fields: {
      ...salesforceAbout,
      kind: ['task subtype', 'tasksubtype', 'type'],
      at: ['startdatetime', 'activitydate', 'date', 'createddate'],
      end: ['enddatetime'],
      minutes: ['durationinminutes'],
      duration: ['calldurationinseconds', 'call duration'],
      direction: ['calltype', 'call type'],
      outcome: ['calldisposition', 'call result'],
      place: ['location'],
      done: ['status'],
    },
    ignored: {
      technical: salesforceTechnical,
      noPlace: ['priority', 'createddate', 'activitydate', 'completeddatetime'],
    },
  },
  tasks: {
    marks: [['whoid', 'whatid', 'subject', 'activitydate', 'status']],
    fields: {
      ...salesforceAbout,
      kind: ['task subtype', 'tasksubtype', 'type'],
      due: ['activitydate', 'due date', 'date'],
      state: ['status'],
      priority: ['priority'],
      doneAt: ['completeddatetime'],
      created: ['createddate', 'created date'],
    },
    ignored: {
      technical: salesforceTechnical,
      noPlace: ['calldurationinseconds', 'calldisposition'],
    },
  },
}
