import { type ActivitiesWords, activitiesWords } from './activities.ts'
import { type BatchWords, batchWords } from './batch.ts'
import { type BatchesWords, batchesWords } from './batches.ts'
import { type BonusWords, bonusWords } from './bonus.ts'
import { type BookWords, bookWords } from './book.ts'
import { type CalendarWords, calendarWords } from './calendar.ts'
import { type CliWords, cliWords } from './cli.ts'
import { type CommandLineWords, commandLineWords } from './command-line.ts'
import { type CommonWords, commonWords } from './common.ts'
import { type CompletionWords, completionWords } from './completion.ts'
import { type ConversionWords, conversionWords } from './conversion.ts'
import { type CriteriaWords, criteriaWords } from './criteria.ts'
import { type DashboardWords, dashboardWords } from './dashboard.ts'
import { type DealOptionsWords, dealOptionsWords } from './deal-options.ts'
import { type DealsWords, dealsWords } from './deals.ts'
import { type DiaryWords, diaryWords } from './diary.ts'
import { type DupesWords, dupesWords } from './dupes.ts'
import { type DurationsWords, durationsWords } from './durations.ts'
import { type ErasingWords, erasingWords } from './erasing.ts'
import { type FieldsWords, fieldsWords } from './fields.ts'
import { type FilterWords, filterWords } from './filters.ts'
import { type ForecastWords, forecastWords } from './forecast.ts'
import { type FunnelWords, funnelWords } from './funnel.ts'
import { type GroupWords, groupWords } from './groups.ts'
import { type HandoverWords, handoverWords } from './handover.ts'
import { type HelpWords, helpWords } from './help.ts'
import { type ImportWords, importWords } from './import.ts'
import { type LifeFunnelWords, lifeFunnelWords } from './life-funnel.ts'
import { type LifecycleWords, lifecycleWords } from './lifecycle.ts'
import { type LossesWords, lossesWords } from './losses.ts'
import { type ManagersWords, managersWords } from './managers.ts'
import { type MappingWords, mappingWords } from './mapping.ts'
import { type MoneyWords, moneyWords } from './money.ts'
import { type NamingWords, namingWords } from './naming.ts'
import { type NextWords, nextWords } from './next.ts'
import { type PeopleWords, peopleWords } from './people.ts'
import { type PeriodWords, periodWords } from './period.ts'
import { type PipelinesWords, pipelinesWords } from './pipelines.ts'
import { type PlanReportWords, planReportWords } from './plan-report.ts'
import { type PlansWords, plansWords } from './plans.ts'
import { type QuickWords, quickWords } from './quick.ts'
import { type ReactivationWords, reactivationWords } from './reactivation.ts'
import { type ReadingWords, readingWords } from './reading.ts'
import { type ReconcileWords, reconcileWords } from './reconcile.ts'
import { type RecordsWords, recordsWords } from './records.ts'
import { type ReferencesWords, referencesWords } from './references.ts'
import { type RenderWords, renderWords } from './render.ts'
import { type ReportHeadWords, reportHeadWords } from './report-head.ts'
import { type ReportsWords, reportsWords } from './reports.ts'
import { type RetentionWords, retentionWords } from './retention.ts'
import { type RulesWords, rulesWords } from './rules.ts'
import { type SafetyWords, safetyWords } from './safety.ts'
import { type SavedFilterWords, savedFilterWords } from './saved-filters.ts'
import { type SearchWords, searchWords } from './search.ts'
import { type SetupWords, setupWords } from './setup.ts'
import { type SheetsWords, sheetsWords } from './sheets.ts'
import { type ShowWords, showWords } from './show.ts'
import { type StoreWords, storeWords } from './store.ts'
import { type StuckWords, stuckWords } from './stuck.ts'
import { type TasksWords, tasksWords } from './tasks.ts'
import { type TeamWords, teamWords } from './team.ts'
import { type TemplatesWords, templatesWords } from './templates.ts'
import { type TodayWords, todayWords } from './today.ts'
import { type TopicsWords, topicsWords } from './topics.ts'
import { type TouchWords, touchWords } from './touch.ts'
import { type TouchExplainedWords, touchExplainedWords } from './touch-explained.ts'
import { type TouchReportsWords, touchReportsWords } from './touch-reports.ts'
import { type WeakestWords, weakestWords } from './weakest.ts'
import { type WhenWords, whenWords } from './when.ts'
import { type WorkspaceWords, workspaceWords } from './workspace.ts'

export const LANGS = ['en', 'ru', 'uk'] as const
export type Lang = (typeof LANGS)[number]

/** Every sentence the program can say, by area. Each area file holds its three languages side by side. */
export interface Words {
  readonly lang: Lang
  readonly activities: ActivitiesWords
  readonly batch: BatchWords
  readonly batches: BatchesWords
  readonly bonus: BonusWords
  readonly book: BookWords
  readonly calendar: CalendarWords
  readonly commandLine: CommandLineWords
  readonly cli: CliWords
  readonly common: CommonWords
  readonly completion: CompletionWords
  readonly conversion: ConversionWords
  readonly criteria: CriteriaWords
  readonly dashboard: DashboardWords
  readonly dealOptions: DealOptionsWords
  readonly deals: DealsWords
  readonly diary: DiaryWords
  readonly dupes: DupesWords
  readonly durations: DurationsWords
  readonly erasing: ErasingWords
  readonly fields: FieldsWords
  readonly filters: FilterWords
  readonly forecast: ForecastWords
  readonly funnel: FunnelWords
  readonly groups: GroupWords
  readonly handover: HandoverWords
  readonly help: HelpWords
  readonly import: ImportWords
  readonly lifeFunnel: LifeFunnelWords
  readonly lifecycle: LifecycleWords
  readonly losses: LossesWords
  readonly managers: ManagersWords
  readonly mapping: MappingWords
  readonly money: MoneyWords
  readonly naming: NamingWords
  readonly next: NextWords
  readonly people: PeopleWords
  readonly period: PeriodWords
  readonly pipelines: PipelinesWords
  readonly planReport: PlanReportWords
  readonly plans: PlansWords
  readonly quick: QuickWords
  readonly reactivation: ReactivationWords
  readonly reading: ReadingWords
  readonly reconcile: ReconcileWords
  readonly records: RecordsWords
  readonly references: ReferencesWords
  readonly render: RenderWords
  readonly reportHead: ReportHeadWords
  readonly reports: ReportsWords
  readonly retention: RetentionWords
  readonly rules: RulesWords
  readonly safety: SafetyWords
  readonly savedFilters: SavedFilterWords
  readonly search: SearchWords
  readonly setup: SetupWords
  readonly sheets: SheetsWords
  readonly show: ShowWords
  readonly store: StoreWords
  readonly stuck: StuckWords
  readonly tasks: TasksWords
  readonly team: TeamWords
  readonly templates: TemplatesWords
  readonly today: TodayWords
  readonly topics: TopicsWords
  readonly touch: TouchWords
  readonly touchExplained: TouchExplainedWords
  readonly touchReports: TouchReportsWords
  readonly weakest: WeakestWords
  readonly when: WhenWords
  readonly workspace: WorkspaceWords
}

/** The catalogue of one language. */
export function wordsFor(lang: Lang): Words {
  return {
    lang,
    activities: activitiesWords[lang],
    batch: batchWords[lang],
    batches: batchesWords[lang],
    bonus: bonusWords[lang],
    book: bookWords[lang],
    calendar: calendarWords[lang],
    commandLine: commandLineWords[lang],
    cli: cliWords[lang],
    common: commonWords[lang],
    completion: completionWords[lang],
    conversion: conversionWords[lang],
    criteria: criteriaWords[lang],
    dashboard: dashboardWords[lang],
    dealOptions: dealOptionsWords[lang],
    deals: dealsWords[lang],
    diary: diaryWords[lang],
    dupes: dupesWords[lang],
    durations: durationsWords[lang],
    erasing: erasingWords[lang],
    fields: fieldsWords[lang],
    filters: filterWords[lang],
    forecast: forecastWords[lang],
    funnel: funnelWords[lang],
    groups: groupWords[lang],
    handover: handoverWords[lang],
    help: helpWords[lang],
    import: importWords[lang],
    lifeFunnel: lifeFunnelWords[lang],
    lifecycle: lifecycleWords[lang],
    losses: lossesWords[lang],
    managers: managersWords[lang],
    mapping: mappingWords[lang],
    money: moneyWords[lang],
    naming: namingWords[lang],
    next: nextWords[lang],
    people: peopleWords[lang],
    period: periodWords[lang],
    pipelines: pipelinesWords[lang],
    planReport: planReportWords[lang],
    plans: plansWords[lang],
    quick: quickWords[lang],
    reactivation: reactivationWords[lang],
    reading: readingWords[lang],
    reconcile: reconcileWords[lang],
    records: recordsWords[lang],
    references: referencesWords[lang],
    render: renderWords[lang],
    reportHead: reportHeadWords[lang],
    reports: reportsWords[lang],
    retention: retentionWords[lang],
    rules: rulesWords[lang],
    safety: safetyWords[lang],
    savedFilters: savedFilterWords[lang],
    search: searchWords[lang],
    setup: setupWords[lang],
    sheets: sheetsWords[lang],
    show: showWords[lang],
    store: storeWords[lang],
    stuck: stuckWords[lang],
    tasks: tasksWords[lang],
    team: teamWords[lang],
    templates: templatesWords[lang],
    today: todayWords[lang],
    topics: topicsWords[lang],
    touch: touchWords[lang],
    touchExplained: touchExplainedWords[lang],
    touchReports: touchReportsWords[lang],
    weakest: weakestWords[lang],
    when: whenWords[lang],
    workspace: workspaceWords[lang],
  }
}
