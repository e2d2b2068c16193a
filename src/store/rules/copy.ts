import { ACTIONS, OUTPUTS, RULE_STATES, SET_FIELDS, TRIGGERS } from '../../domain/rule.ts'
import { PRIORITIES } from '../../domain/task.ts'
import { LANGS } from '../../words/words.ts'
import { flag, id, jsonText, moment, named, oneOf, text, whole } from '../copy/codecs.ts'
import type { CopyTable } from '../copy/copy-table.ts'
import { PRECISIONS } from '../rows.ts'

/** Rules in a full copy. That a command may be run is said in each workspace anew; what waits and was sent stays here. */
export const RULE_COPY_TABLES: readonly CopyTable[] = [
  {
    name: 'rules',
    label: true,
    columns: {
      id,
      name: text,
      stage_id: id,
      trigger: oneOf(TRIGGERS),
      days: whole,
      action: oneOf(ACTIONS),
      state: oneOf(RULE_STATES),
      since_at: moment,
      text,
      manager_id: id,
      due: text,
      due_field_id: id,
      lang: oneOf(LANGS),
      priority: oneOf(PRIORITIES),
      field: oneOf(SET_FIELDS),
      field_id: id,
      pipeline_id: id,
      with_amount: flag,
      output: oneOf(OUTPUTS),
      target: text,
    },
  },
  {
    name: 'rule_firings',
    label: true,
    records: true,
    columns: {
      id,
      rule_id: id,
      deal_id: id,
      nth: whole,
      event_at: moment,
      precision: named(PRECISIONS),
      fired_at: moment,
      state: oneOf(['done', 'failed', 'skipped']),
      task_id: id,
      opened_id: id,
      problem: jsonText,
    },
  },
]
