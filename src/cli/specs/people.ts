import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

const NEW_NAME: OptionSpec = { flags: '--name <name>', help: (w) => w.records.newName }
const ABOUT_CONTACT: readonly OptionSpec[] = [
  { flags: '--phone <number>', help: (w) => w.people.phone, repeat: true },
  { flags: '--email <address>', help: (w) => w.people.email, repeat: true },
  { flags: '--company <name>', help: (w) => w.people.company },
  { flags: '--manager <name>', help: (w) => w.people.manager },
  { flags: '--source <text>', help: (w) => w.people.source },
  { flags: '--position <text>', help: (w) => w.people.position },
  { flags: '--birthday <date>', help: (w) => w.people.birthday },
  { flags: '--note <text>', help: (w) => w.people.note },
  { flags: '--tag <tag>', help: (w) => w.people.tag, repeat: true },
  { flags: '--field <name=value>', help: (w) => w.people.field, repeat: true },
  { flags: '--id <id>', help: (w) => w.people.id },
]
const ABOUT_COMPANY: readonly OptionSpec[] = [
  { flags: '--phone <number>', help: (w) => w.people.companyPhone },
  { flags: '--email <address>', help: (w) => w.people.companyEmail },
  { flags: '--website <address>', help: (w) => w.people.website },
  { flags: '--manager <name>', help: (w) => w.people.manager },
  { flags: '--note <text>', help: (w) => w.people.note },
  { flags: '--field <name=value>', help: (w) => w.people.field, repeat: true },
  { flags: '--id <id>', help: (w) => w.people.id },
]

export const peopleCommands: readonly CommandSpec[] = [
  {
    name: 'contact add',
    args: '<name>',
    summary: (w) => w.people.contactAdd,
    options: ABOUT_CONTACT,
    examples: ['voronka contact add "Anna Belova" --phone "+380 67 123 45 67" --source site'],
    load: async () => (await import('../contact.ts')).contactAdd,
  },
  {
    name: 'contact list',
    summary: (w) => w.people.contactList,
    options: [
      { flags: '--company <name>', help: (w) => w.people.onlyCompany },
      { flags: '--manager <name>', help: (w) => w.people.onlyManager },
      { flags: '--source <text>', help: (w) => w.people.onlySource },
      { flags: '--tag <tag>', help: (w) => w.people.onlyTag, repeat: true },
      { flags: '--field <name=value>', help: (w) => w.people.onlyField, repeat: true },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka contact list --sort name --limit 20'],
    load: async () => (await import('../contact.ts')).contactList,
  },
  {
    name: 'contact show',
    args: '<contact>',
    summary: (w) => w.people.contactShow,
    examples: ['voronka contact show c1'],
    load: async () => (await import('../contact.ts')).contactShow,
  },
  {
    name: 'contact edit',
    args: '<contact>',
    summary: (w) => w.people.contactEdit,
    options: [
      NEW_NAME,
      ...ABOUT_CONTACT,
      { flags: '--drop-phone <number>', help: (w) => w.people.dropPhone, repeat: true },
      { flags: '--drop-email <address>', help: (w) => w.people.dropEmail, repeat: true },
      { flags: '--untag <tag>', help: (w) => w.people.untag, repeat: true },
    ],
    examples: ['voronka contact edit c1 --position director --tag vip'],
    load: async () => (await import('../contact.ts')).contactEdit,
  },
  {
    name: 'contact rm',
    args: '<contact>',
    summary: (w) => w.people.contactRm,
    examples: ['voronka contact rm c1 --dry-run'],
    load: async () => (await import('../contact.ts')).contactRm,
  },
  {
    name: 'contact merge',
    args: '<contact> <other>',
    summary: (w) => w.people.contactMerge,
    examples: ['voronka contact merge c1 c2 --dry-run'],
    load: async () => (await import('../contact.ts')).contactMerge,
  },
  {
    name: 'company add',
    args: '<name>',
    summary: (w) => w.people.companyAdd,
    options: ABOUT_COMPANY,
    examples: ['voronka company add "Romashka LLC" --phone "+380 44 123 45 67"'],
    load: async () => (await import('../company.ts')).companyAdd,
  },
  {
    name: 'company list',
    summary: (w) => w.people.companyList,
    options: [
      { flags: '--manager <name>', help: (w) => w.people.onlyManager },
      { flags: '--field <name=value>', help: (w) => w.people.onlyField, repeat: true },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka company list --sort name'],
    load: async () => (await import('../company.ts')).companyList,
  },
  {
    name: 'company show',
    args: '<company>',
    summary: (w) => w.people.companyShow,
    examples: ['voronka company show o1'],
    load: async () => (await import('../company.ts')).companyShow,
  },
  {
    name: 'company edit',
    args: '<company>',
    summary: (w) => w.people.companyEdit,
    options: [NEW_NAME, ...ABOUT_COMPANY],
    examples: ['voronka company edit o1 --website romashka.example'],
    load: async () => (await import('../company.ts')).companyEdit,
  },
  {
    name: 'company rm',
    args: '<company>',
    summary: (w) => w.people.companyRm,
    examples: ['voronka company rm o1 --dry-run'],
    load: async () => (await import('../company.ts')).companyRm,
  },
  {
    name: 'company merge',
    args: '<company> <other>',
    summary: (w) => w.people.companyMerge,
    examples: ['voronka company merge o1 o2 --dry-run'],
    load: async () => (await import('../company.ts')).companyMerge,
  },
]
