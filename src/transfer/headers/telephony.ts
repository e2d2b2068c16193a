import type { SystemHeaders } from './vocabulary.ts'

/** Logs of telephone exchanges. What rings how long, which trunk and which recording have no place here. */
export const asterisk: SystemHeaders = {
  system: 'asterisk',
  dateOrder: 'ymd',
  entities: {
    activities: {
      marks: [
        ['calldate', 'src', 'dst', 'disposition'],
        ['src', 'dst', 'disposition', 'billsec'],
      ],
      fields: {
        id: ['uniqueid'],
        at: ['calldate', 'start'],
        caller: ['src'],
        callee: ['dst'],
        outcome: ['disposition'],
        billsec: ['billsec'],
        duration: ['duration'],
      },
      ignored: {
        technical: [
          'clid',
          'dcontext',
          'channel',
          'dstchannel',
          'lastapp',
          'lastdata',
          'amaflags',
          'accountcode',
          'userfield',
          'did',
          'recordingfile',
          'cnum',
          'cnam',
          'outbound_cnum',
          'outbound_cnam',
          'dst_cnam',
          'linkedid',
          'peeraccount',
          'sequence',
          'answer',
          'end',
        ],
      },
    },
  },
}

export const mango: SystemHeaders = {
  system: 'mango',
  entities: {
    activities: {
      marks: [['from_extension', 'from_number', 'to_extension', 'to_number']],
      fields: {
        id: ['entry_id', 'call_id'],
        at: ['start'],
        // The first that is not blank: a colleague's extension is written before the line's number.
        caller: ['from_extension', 'from_number'],
        callee: ['to_extension', 'to_number'],
        answered: ['answer'],
        billsec: ['talk_time'],
        outcome: ['call_result'],
      },
      ignored: { technical: ['records', 'disconnect_reason', 'line_number', 'location'] },
    },
  },
}

export const zadarma: SystemHeaders = {
  system: 'zadarma',
  dateOrder: 'ymd',
  entities: {
    activities: {
      marks: [['callstart', 'clid', 'destination', 'disposition']],
      fields: {
        id: ['call_id', 'pbx_call_id'],
        at: ['callstart'],
        caller: ['clid'],
        callee: ['destination'],
        outcome: ['disposition'],
        billsec: ['seconds'],
      },
      ignored: {
        technical: [
          'sip',
          'is_recorded',
          'pbx_call_id',
          'from',
          'to',
          'billseconds',
          'billcost',
          'currency',
          'cost',
          'hangupcause',
          'description',
        ],
      },
    },
  },
}

export const binotel: SystemHeaders = {
  system: 'binotel',
  entities: {
    activities: {
      marks: [['generalcallid', 'externalnumber', 'internalnumber']],
      fields: {
        id: ['generalcallid', 'callid'],
        at: ['starttime'],
        direction: ['calltype'],
        phone: ['externalnumber'],
        extension: ['internalnumber'],
        manager: ['employeename'],
        outcome: ['disposition'],
        billsec: ['billsec'],
        contact: ['customername'],
      },
      ignored: {
        technical: [
          'waitsec',
          'companyid',
          'recordingstatus',
          'isnewcall',
          'didnumber',
          'didname',
          'trunknumber',
          'employeeemail',
          'linktocallrecordinmybusiness',
          'callid',
          'internaladditionaldata',
          'pbxnumberdata',
        ],
      },
    },
  },
}

export const ringostat: SystemHeaders = {
  system: 'ringostat',
  dateOrder: 'ymd',
  entities: {
    activities: {
      marks: [
        ['calldate', 'caller', 'dst', 'call_type'],
        ['calldate', 'caller', 'dst', 'disposition'],
      ],
      fields: {
        id: ['uniqueid'],
        at: ['calldate'],
        direction: ['call_type'],
        caller: ['caller'],
        callee: ['dst'],
        outcome: ['disposition'],
        billsec: ['billsec'],
        duration: ['duration'],
        manager: ['employee_fio', 'employee'],
      },
      ignored: {
        technical: [
          'n_alias',
          'utm_*',
          'recording*',
          'has_recording',
          'waittime',
          'connected_with',
          'pool_name',
          'scheme_name',
          'client_id',
          'landing',
          'refferrer',
          'userfield',
          'proper_flag',
          'repeated_flag',
        ],
      },
    },
  },
}

export const mikopbx: SystemHeaders = {
  system: 'mikopbx',
  dateOrder: 'ymd',
  entities: {
    activities: {
      marks: [['src_num', 'dst_num', 'disposition']],
      fields: {
        id: ['linkedid', 'uniqueid'],
        at: ['start'],
        caller: ['src_num'],
        callee: ['dst_num'],
        outcome: ['disposition'],
        billsec: ['billsec'],
        duration: ['duration'],
      },
      ignored: {
        technical: [
          'id',
          'uniqueid',
          'answer',
          'endtime',
          'src_chan',
          'dst_chan',
          'did',
          'recordingfile',
          'from_account',
          'to_account',
          'dialstatus',
          'appname',
          'transfer',
          'is_app',
          'work_completed',
          'src_call_id',
          'dst_call_id',
          'verbose_call_id',
          'a_transfer',
        ],
      },
    },
  },
}

export const threeCx: SystemHeaders = {
  system: '3cx',
  entities: {
    activities: {
      marks: [['call time', 'caller id', 'destination', 'talking']],
      fields: {
        id: ['call id'],
        at: ['call time'],
        caller: ['caller id'],
        callee: ['destination'],
        outcome: ['status'],
        billsec: ['talking'],
        direction: ['direction'],
      },
      ignored: {
        technical: [
          'ringing',
          'totals',
          'cost',
          'reason',
          'sentiment',
          'summary',
          'transcription',
          'call activity details',
        ],
      },
    },
  },
}
