/** What the rows of a file of deals may say. */
export const DEAL_FIELDS = [
  'id',
  'title',
  'pipeline',
  'stage',
  'status',
  'manager',
  'company',
  'companyId',
  'primaryCompany',
  'contact',
  'contactId',
  'email',
  'phone',
  'amount',
  'cost',
  'currency',
  'created',
  'closed',
  'expected',
  'source',
  'product',
  'lostReason',
  'tags',
  'note',
  'stageChanged',
  'wonAt',
  'lostAt',
  'isWon',
  'isLost',
  'isClosed',
  'externalId',
  'externalSystem',
] as const

export type DealFieldName = (typeof DEAL_FIELDS)[number]

export const DEAL_DATES: readonly DealFieldName[] = [
  'created',
  'closed',
  'expected',
  'stageChanged',
  'wonAt',
  'lostAt',
]
export const DEAL_AMOUNTS: readonly DealFieldName[] = ['amount', 'cost']
