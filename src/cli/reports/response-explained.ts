import { formatMoment } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { spanSaid } from '../../render/reports/response.ts'
import { type Inquiry, lateness, type ResponseReport } from '../../reports/response.ts'
import { partyName } from '../../store/facts/response-facts.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { type ListColumn, listing, managerColumn } from '../listing.ts'
import type { TouchRequest } from './activity-report.ts'
import { type FigureSaid, figureHeading, groupCell, isTotal } from './cell.ts'

const COLUMNS = ['inquiries', 'answered', 'unanswered', 'late'] as const

/** An inquiry as scripts see it; `id` is the activity or the deal that it began with. */
interface InquiryJson {
  id: string
  at: string
  kind: string
  who: string
  manager: string | null
  answeredAt: string | null
  /** Until the answer; null where it is not known to the minute, or there was none. */
  hours: number | null
}

const LIST: readonly ListColumn<InquiryJson>[] = [
  { key: 'id', title: (w) => w.records.id, kind: 'id', value: (one) => one.id },
  {
    key: 'at',
    title: (w) => w.touchReports.since,
    kind: 'date',
    value: (one) => one.at,
    text: (one, w) => formatMoment(one.at, w.lang),
  },
  {
    key: 'kind',
    title: (w) => w.touchReports.how,
    kind: 'text',
    value: (one) => one.kind,
    text: (one, w) => w.touchReports.kinds[one.kind] ?? one.kind,
  },
  { key: 'who', title: (w) => w.touchReports.who, kind: 'text', value: (one) => one.who, shrink: true },
  managerColumn(),
  {
    key: 'answeredAt',
    title: (w) => w.touchReports.answeredAt,
    kind: 'date',
    value: (one) => one.answeredAt,
    text: (one, w) => (one.answeredAt === null ? '' : formatMoment(one.answeredAt, w.lang)),
  },
  {
    key: 'hours',
    title: (w) => w.touchReports.took,
    kind: 'text',
    align: 'right',
    value: (one) => one.hours,
    text: (one, w) => (one.hours === null ? '' : spanSaid(one.hours, w)),
  },
]

/** The inquiries behind `GROUP:inquiries|answered|unanswered`, the first of them first. */
export function responseExplained(
  store: Store,
  { request, query }: TouchRequest,
  report: ResponseReport,
  inquiries: readonly Inquiry[],
  keyOf: (inquiry: Inquiry) => string | null,
  text: string,
): Answer {
  const refusal = new UsageError((w) =>
    w.touchExplained.refused({ text, report: 'response', columns: COLUMNS.join(', ') }),
  )
  const { group, column } = groupCell(text, report, COLUMNS, (name) => isTotal(store, name), refusal)
  const found = inquiries
    .filter((one) => group === undefined || keyOf(one) === group)
    .filter((one) => {
      if (column === 'inquiries') return true
      if (column === 'late') return lateness(one, query.now) === 'late'
      return (one.answeredAt !== null) === (column === 'answered')
    })
    .sort((a, b) => a.at - b.at || a.id - b.id)
  const labels = new Labels(store)
  const listed = listing(
    { args: [], options: {} },
    found.map((one) => inquiryJson(store, labels, one)),
    LIST,
    () => '',
  )
  const said: FigureSaid = {
    title: (words) => words.touchReports.responseTitle({ by: words.groups.by[report.by] ?? report.by }),
    group,
    figure: (n, words) => words.touchExplained.figures[column](n),
  }
  return {
    ...listed,
    messages: [],
    document: (words) => ({
      blocks: [],
      ...listed.document?.(words),
      heading: [figureHeading({ request, by: report.by }, said, found.length, words)],
    }),
  }
}

const HOUR = 3_600_000

function inquiryJson(store: Store, labels: Labels, inquiry: Inquiry): InquiryJson {
  const { party, at, exact, kind, id, manager, answeredAt } = inquiry
  const said = (moment: number) => (exact ? store.zone.isoString(moment) : store.zone.dateOf(moment))
  const hours = exact && answeredAt !== null ? (answeredAt - at) / HOUR : null
  return {
    id: `${kind === 'deal' ? 'd' : 'a'}${id}`,
    at: said(at),
    kind,
    who: partyName(store, party),
    manager: manager === null ? null : labels.manager(manager),
    answeredAt: answeredAt === null ? null : said(answeredAt),
    hours: hours === null ? null : Math.round(hours * 100) / 100,
  }
}
