import type { SystemHeaders } from './vocabulary.ts'

/** The program's own exports: every column is taken as written. */
export const voronka: SystemHeaders = {
  system: 'voronka',
  dateOrder: 'ymd',
  entities: {
    deals: {
      marks: [['externalId', 'externalSystem', 'title']],
      fields: {
        externalId: ['externalId'],
        externalSystem: ['externalSystem'],
        id: ['id'],
        title: ['title'],
        pipeline: ['pipeline'],
        stage: ['stage'],
        status: ['status'],
        manager: ['manager'],
        company: ['company'],
        contact: ['contacts'],
        amount: ['amount'],
        cost: ['cost'],
        currency: ['currency'],
        created: ['createdAt'],
        closed: ['closedAt'],
        expected: ['expectedClose'],
        source: ['source'],
        product: ['product'],
        lostReason: ['lostReason'],
        tags: ['tags'],
        note: ['note'],
      },
    },
    contacts: {
      marks: [['externalId', 'externalSystem', 'name']],
      fields: {
        externalId: ['externalId'],
        externalSystem: ['externalSystem'],
        id: ['id'],
        name: ['name'],
        company: ['company'],
        companyId: ['companyId'],
        title: ['position'],
        phone: ['phones'],
        email: ['emails'],
        manager: ['manager'],
        source: ['source'],
        created: ['createdAt'],
        birthday: ['birthday'],
        note: ['note'],
        tags: ['tags'],
      },
    },
    companies: {
      marks: [['externalId', 'externalSystem', 'name']],
      fields: {
        externalId: ['externalId'],
        externalSystem: ['externalSystem'],
        id: ['id'],
        name: ['name'],
        phone: ['phone'],
        email: ['email'],
        website: ['website'],
        manager: ['manager'],
        created: ['createdAt'],
        note: ['note'],
      },
    },
    history: {
      marks: [['deal', 'kind', 'value', 'at', 'origin']],
      fields: {
        deal: ['deal'],
        externalId: ['externalId'],
        externalSystem: ['externalSystem'],
        kind: ['kind'],
        value: ['value'],
        at: ['at'],
        precision: ['precision'],
        actor: ['actor'],
        origin: ['origin'],
        synthetic: ['synthetic'],
        title: ['title'],
      },
    },
  },
}

/** Event logs of process mining, as the XES standard names their columns. */
export const eventLog: SystemHeaders = {
  system: 'xes',
  dateOrder: 'ymd',
  entities: {
    history: {
      marks: [['case:concept:name', 'concept:name', 'time:timestamp']],
      fields: {
        deal: ['case:concept:name'],
        stage: ['concept:name'],
        at: ['time:timestamp'],
        manager: ['org:resource'],
        amount: ['case:AMOUNT_REQ', 'case:amount'],
        created: ['case:REG_DATE'],
      },
      ignored: { technical: ['lifecycle:transition', 'org:group', 'event id', 'eventid', '@@*'] },
    },
  },
}
