import type { CommandSpec } from './command.ts'
import { dashboardCommands } from './specs/dashboard.ts'
import { dayCommands } from './specs/day.ts'
import { dealCommands } from './specs/deals.ts'
import { findingCommands } from './specs/finding.ts'
import { flowCommands } from './specs/flow.ts'
import { forecastCommands } from './specs/forecast.ts'
import { importCommands } from './specs/import.ts'
import { managerCommands } from './specs/managers.ts'
import { peopleCommands } from './specs/people.ts'
import { pipelineCommands } from './specs/pipelines.ts'
import { planCommands } from './specs/plans.ts'
import { recordCommands } from './specs/records.ts'
import { referenceCommands } from './specs/references.ts'
import { reportCommands } from './specs/reports.ts'
import { ruleCommands } from './specs/rules.ts'
import { safetyCommands } from './specs/safety.ts'
import { setupCommands } from './specs/setup.ts'
import { teamCommands } from './specs/team.ts'
import { teamReportCommands } from './specs/team-report.ts'
import { touchCommands } from './specs/touch.ts'
import { workspaceCommands } from './specs/workspace.ts'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  ...workspaceCommands,
  ...dayCommands,
  ...touchCommands,
  ...dealCommands,
  ...findingCommands,
  ...pipelineCommands,
  ...ruleCommands,
  ...importCommands,
  ...managerCommands,
  ...peopleCommands,
  ...teamCommands,
  ...recordCommands,
  ...planCommands,
  ...setupCommands,
  ...reportCommands,
  ...flowCommands,
  ...referenceCommands,
  ...dashboardCommands,
  ...teamReportCommands,
  ...forecastCommands,
  ...safetyCommands,
]
