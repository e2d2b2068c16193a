import { expect, test } from 'vitest'
import { canonicalId } from '../../src/domain/records/external-id.ts'

test.each([
  ['salesforce', '001A0000006Vm9rIAC', '001A0000006Vm9r'],
  ['salesforce', '0015000000WzZzZAAV', '0015000000WzZzZ'],
  ['salesforce', '001A0000006Vm9r', '001A0000006Vm9r'],
  // Another case of one letter is another record.
  ['salesforce', '001a0000006Vm9rIAC', '001a0000006Vm9rIAC'],
  ['salesforce', '001A0000006Vm9rIAC7', '001A0000006Vm9rIAC7'],
  ['salesforce', 'Invoice 2026 No IAC', 'Invoice 2026 No IAC'],
  ['hubspot', '001A0000006Vm9rIAC', '001A0000006Vm9rIAC'],
  [null, '001A0000006Vm9rIAC', '001A0000006Vm9rIAC'],
])('%s: %s is kept as %s', (system, id, kept) => {
  expect(canonicalId(system, id)).toBe(kept)
})
