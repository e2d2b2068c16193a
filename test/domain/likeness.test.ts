import { expect, test } from 'vitest'
import { POINTS } from '../../src/domain/names/likeness.ts'
import { LANGS, wordsFor } from '../../src/words/words.ts'

const { contact, company } = POINTS

test.each(LANGS)('help tells the points that are counted (%s)', (lang) => {
  const { text } = wordsFor(lang).topics.dupes
  const [, table = ''] = text.split('\n\n')
  const told = [...table.matchAll(/-?\d+/g)].map(([number]) => Number(number))
  expect(told).toEqual([
    ...[contact.email, company.email, contact.roleEmail, company.roleEmail],
    ...[contact.phone, company.phone, company.website, company.tax],
    ...[contact.externalId, company.externalId, contact.shortExternalId],
    ...[contact.name, company.name, contact.oneWord, contact.typo, company.typo],
    ...[contact.part, company.part, contact.company, contact.birthday],
    ...[contact.kin, company.kin, contact.other, company.other],
    ...[contact.otherBirthday, contact.otherCompany],
    ...[contact.otherEmail, contact.otherPhone],
    ...[company.otherEmail, company.otherPhone, company.otherWebsite, company.otherTax],
  ])
})
