import type { Entity, EntityHeaders } from './vocabulary.ts'

/** Activities and tasks as the systems export them, to be put beside their deals and contacts. */
type Records = Readonly<Partial<Record<Entity, EntityHeaders>>>

const pipedriveActivity = {
  id: ['activity - id'],
  manager: ['activity - assigned to user', 'activity - owner', 'activity - user'],
  contact: ['activity - contact person', 'activity - person', 'person - name'],
  contactId: ['activity - contact person id', 'activity - person id', 'person - id'],
  company: ['activity - organization', 'organization - name'],
  companyId: ['activity - organization id', 'organization - id'],
  deal: ['activity - deal', 'deal - title'],
  dealId: ['activity - deal id', 'deal - id'],
  phone: ['person - phone'],
  email: ['person - email'],
  text: ['activity - subject'],
  note: ['activity - note', 'activity - public description', 'activity - notes'],
}
const pipedriveIgnored = {
  technical: [
    'activity - creator',
    'activity - update time',
    'activity - last notification time',
    'activity - reference *',
    'activity - project',
    'activity - lead',
    'activity - attendees',
    'activity - guests',
    'activity - conference *',
    'activity - free/busy',
  ],
}

export const pipedriveRecords: Records = {
  activities: {
    marks: [['activity - subject'], ['activity - type', 'activity - due date']],
    fields: {
      ...pipedriveActivity,
      kind: ['activity - type'],
      at: ['activity - due date'],
      time: ['activity - due time'],
      hours: ['activity - duration'],
      done: ['activity - done', 'activity - status'],
      place: ['activity - location'],
    },
    ignored: {
      ...pipedriveIgnored,
      noPlace: ['activity - priority', 'activity - add time', 'activity - marked as done time'],
    },
  },
  tasks: {
    marks: [['activity - subject', 'activity - due date']],
    fields: {
      ...pipedriveActivity,
      kind: ['activity - type'],
      due: ['activity - due date'],
      dueTime: ['activity - due time'],
      state: ['activity - done', 'activity - status'],
      doneAt: ['activity - marked as done time'],
      priority: ['activity - priority'],
      created: ['activity - add time'],
    },
    ignored: {
      ...pipedriveIgnored,
      noPlace: ['activity - duration', 'activity - location'],
    },
  },
}

export const hubspotRecords: Records = {
  activities: {
    marks: [
      ['call title', 'call direction'],
      ['call outcome', 'call direction'],
      ['record id', 'call title'],
      ['record id', 'meeting name'],
    ],
    fields: {
      id: ['record id', 'call id'],
      text: ['call title', 'meeting name'],
      note: ['call notes', 'call body', 'meeting description', 'internal meeting notes'],
      direction: ['call direction'],
      outcome: ['call outcome', 'meeting outcome'],
      at: ['activity date', 'meeting start time', 'create date'],
      end: ['meeting end time'],
      duration: ['call duration (hh:mm:ss)', 'call duration'],
      manager: ['activity assigned to', 'call owner', 'owner'],
      caller: ['from number', 'call from number'],
      callee: ['to number', 'call to number'],
      contact: ['associated contact'],
      contactId: ['associated contact ids'],
      company: ['associated company'],
      companyId: ['associated company ids'],
      deal: ['associated deal'],
      dealId: ['associated deal ids'],
      place: ['meeting location'],
    },
    ignored: {
      technical: [
        'call source',
        'call status',
        'call and meeting type',
        'recording url',
        'last modified date',
        'created by user id',
        'activity created by',
        'call app id',
        'hubspot team',
        'create date',
      ],
    },
  },
  tasks: {
    marks: [
      ['task title', 'task status'],
      ['task title', 'due date'],
    ],
    fields: {
      id: ['record id', 'task id'],
      text: ['task title'],
      note: ['task notes', 'notes'],
      state: ['task status'],
      priority: ['priority'],
      due: ['due date'],
      doneAt: ['completed at', 'completed date'],
      manager: ['assigned to', 'activity assigned to', 'owner'],
      contact: ['associated contact'],
      contactId: ['associated contact ids'],
      company: ['associated company'],
      companyId: ['associated company ids'],
      deal: ['associated deal'],
      dealId: ['associated deal ids'],
      created: ['create date'],
    },
    ignored: {
      technical: ['last modified date', 'queue', 'task type', 'created by user id', 'hubspot team'],
    },
  },
}

const zohoTechnical = [
  'call owner id',
  'call owner.id',
  'event owner id',
  'event owner.id',
  'host id',
  'host.id',
  'task owner id',
  'task owner.id',
  'modified time',
  'modified by',
  'modified by.id',
  'created by',
  'created by.id',
  'who id id',
  'what id',
  'what id id',
  'semodule',
  'leadid',
  'lead id',
  'tag',
  'layout',
  'layout.id',
  'last activity time',
  'locked',
]

const zohoAbout = {
  contact: ['contact name'],
  contactId: ['contact name.id', 'contactid', 'contact id'],
  companyId: ['account name.id', 'accountid', 'account id'],
  dealId: ['related to.id', 'potentialid', 'potential id', 'deal id'],
  deal: ['related to'],
  note: ['description', 'call agenda'],
}

export const zohoRecords: Records = {
  activities: {
    marks: [
      ['call start time', 'call owner'],
      ['call start time', 'call type'],
      ['event owner', 'start datetime'],
      ['host', 'start datetime'],
    ],
    fields: {
      ...zohoAbout,
      id: ['record id', 'taskid', 'eventid', 'call id', 'event id'],
      at: ['call start time', 'start datetime', 'from'],
      end: ['end datetime', 'to'],
      duration: ['call duration (in seconds)', 'call duration'],
      minutes: ['call duration (in minutes)'],
      manager: ['call owner', 'event owner', 'host'],
      text: ['subject', 'title', 'event title'],
      direction: ['call type'],
      outcome: ['call result', 'call status', 'outgoing call status'],
      place: ['location', 'venue'],
    },
    ignored: {
      technical: [...zohoTechnical, 'created time'],
      noPlace: [
        'call purpose',
        'billable',
        'participants',
        'all day',
        'recurring activity',
        'check-in *',
        'reminder',
      ],
    },
  },
  tasks: {
    marks: [
      ['task owner', 'subject'],
      ['task owner', 'due date'],
    ],
    fields: {
      ...zohoAbout,
      id: ['record id', 'taskid', 'task id'],
      text: ['subject'],
      manager: ['task owner'],
      due: ['due date'],
      state: ['status'],
      priority: ['priority'],
      created: ['created time'],
      doneAt: ['closed time'],
    },
    ignored: {
      technical: zohoTechnical,
      noPlace: ['recurring activity', 'reminder', 'send notification email'],
    },
  },
}
