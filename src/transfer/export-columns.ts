/**
 * The columns of this program's own exports, and how an import must read them so that nothing changes where the
 * records already are, and an empty workspace with the same pipelines and fields, which takes companies, contacts,
 * history, deals, activities, tasks and plans in this order, comes to give the same exports, byte for byte. A workbook
 * holds no text of more than 32,767 characters: such an export is refused, never cut.
 *
 * Recognition. A header row that has `id` (history: `deal`), `externalSystem` and `externalId` is this program's own.
 * Unknown columns beside those below are custom fields under their own names; a field whose name is that of a built-in
 * column, folded, is written `field:NAME`, and so is one whose name begins like that.
 *
 * Identity. With an `externalId`: external system + id, as written; `externalSystem` empty means no system. Without:
 * the typed id (`d17`, `c5`, `o3`), taken as the same record only where `createdAt` is equal too. A record that is new
 * takes the id of its typed id where that is free, else the next one. `manager` is matched by name or alias; `company`
 * with `companyId`, `contacts` with `contactIds`: the record of that id where it has that name, else the only one of
 * that name, else a new one that takes the id where it is free.
 *
 * Cells. Empty is "none". Money is in major units with as many decimals as `currency` has (custom money fields: as the
 * base currency has). A moment is `YYYY-MM-DD` where known by its day, else ISO 8601 with offset, or `YYYY-MM-DD
 * HH:MM:SS` of the workspace's zone in files for Excel. Lists are `a; b` (`splitList`). Flags are `true`, `false`.
 * Files for Excel (a BOM before the header) guard formulas (`unguarded`) and may have a decimal comma. In workbooks
 * amounts, numbers and dates are numbers, and moments what the clock on the wall shows; all else is text as written.
 *
 * Contacts. `lifecycle` is what they are by all that is known and is not read; `lifecycleHistory` what was said by hand, each with its
 * day, or with its moment in UTC. `referredBy` with `referredById` is matched as `company` is, but never made; `wants`
 * are the goods that they still wait for.
 *
 * Deals. `stage` is the current stage, an outcome's own name where `status` is won or lost. `stageAt`: when an open
 * deal entered it, empty where presumed. `lastStage`: the open stage left for the outcome. `closedAt`: the outcome's
 * moment. The order is that of the ids.
 *
 * History. It stands alone: `import history` of it makes the deals whole, and `import deals` then changes nothing.
 * The first row of a deal has kind `created`: `value` is the first stage, `at` the creation, `synthetic` whether that
 * moment was presumed, and the columns from `title` on hold every value the deal had then. Each further row sets one
 * field, `kind`, to `value`: the current value never has to be compared. `valueId` holds the typed ids of `value`'s
 * companies and contacts; `pipeline` that of a stage; `currency` how many decimals money has in this row.
 * `removed` is whether the deal was taken off the lists. Rows of a deal stand in the order in which they took effect:
 * one known by its day takes the start of that day, or the `at` of the row before it where that is later. `origin` and
 * `actor` are taken as written. A row equal in deal, kind, value and `at` to one in force is the same event.
 */
import type { CompanyRecord, ContactRecord, DealRecord, ExportedField } from '../domain/records/exported.ts'
import { typedId } from './export-cells.ts'
import { type Columns, type ExportContext, makers, withFields } from './export-column.ts'

/** The columns of `export deals`; how to read them stands above. */
export function dealColumns(fields: readonly ExportedField[], context: ExportContext): Columns<DealRecord> {
  const make = makers<DealRecord>(context)
  return withFields(fields, context, (deal) => deal.fields, [
    make.plain('id', (deal) => typedId('d', deal.id)),
    make.text('externalSystem', (deal) => deal.externalSystem),
    make.text('externalId', (deal) => deal.externalId),
    make.text('title', (deal) => deal.title),
    make.text('pipeline', (deal) => deal.pipeline),
    make.text('stage', (deal) => deal.stage),
    make.plain('status', (deal) => deal.status),
    make.moment('stageAt', (deal) => deal.stageAt),
    make.text('lastStage', (deal) => deal.lastStage),
    make.text('manager', (deal) => deal.manager),
    ...make.company((deal) => deal.company),
    ...make.contacts((deal) => deal.contacts),
    make.money(
      'amount',
      (deal) => deal.amount,
      (deal) => deal.currency,
    ),
    make.plain('currency', (deal) => deal.currency),
    make.money(
      'cost',
      (deal) => deal.cost,
      (deal) => deal.currency,
    ),
    make.moment('createdAt', (deal) => deal.createdAt),
    make.moment('closedAt', (deal) => deal.closedAt),
    make.date('expectedClose', (deal) => deal.expected),
    make.text('source', (deal) => deal.source),
    make.text('product', (deal) => deal.product),
    make.text('lostReason', (deal) => deal.lostReason),
    make.list('tags', (deal) => deal.tags),
    make.text('note', (deal) => deal.note),
  ])
}

/** The columns of `export contacts`. */
export function contactColumns(
  fields: readonly ExportedField[],
  context: ExportContext,
): Columns<ContactRecord> {
  const make = makers<ContactRecord>(context)
  return withFields(fields, context, (contact) => contact.fields, [
    make.plain('id', (contact) => typedId('c', contact.id)),
    make.text('externalSystem', (contact) => contact.externalSystem),
    make.text('externalId', (contact) => contact.externalId),
    make.text('name', (contact) => contact.name),
    make.text('position', (contact) => contact.position),
    make.list('phones', (contact) => contact.phones),
    make.list('emails', (contact) => contact.emails),
    ...make.company((contact) => contact.company),
    make.text('manager', (contact) => contact.manager),
    make.text('source', (contact) => contact.source),
    make.date('birthday', (contact) => contact.birthday),
    make.list('tags', (contact) => contact.tags),
    make.plain('lifecycle', (contact) => contact.lifecycle),
    make.list('lifecycleHistory', (contact) => contact.lifecycleHistory),
    ...make.referrer((contact) => contact.referredBy),
    make.list('wants', (contact) => contact.wants),
    make.text('note', (contact) => contact.note),
    make.moment('createdAt', (contact) => contact.createdAt),
  ])
}

/** The columns of `export companies`. */
export function companyColumns(
  fields: readonly ExportedField[],
  context: ExportContext,
): Columns<CompanyRecord> {
  const make = makers<CompanyRecord>(context)
  return withFields(fields, context, (company) => company.fields, [
    make.plain('id', (company) => typedId('o', company.id)),
    make.text('externalSystem', (company) => company.externalSystem),
    make.text('externalId', (company) => company.externalId),
    make.text('name', (company) => company.name),
    make.text('phone', (company) => company.phone),
    make.text('email', (company) => company.email),
    make.text('website', (company) => company.website),
    make.text('manager', (company) => company.manager),
    make.text('note', (company) => company.note),
    make.moment('createdAt', (company) => company.createdAt),
  ])
}
