import type { HelpWords } from '../../words/help.ts'

/** The parts of the help, and which commands stand in each, by their first word. */
export const SECTIONS: readonly { title: keyof HelpWords & Title; commands: readonly string[] }[] = [
  {
    title: 'day',
    commands: words('add today next call meet mail message note won lost done show search undo'),
  },
  {
    title: 'records',
    commands: words('deal contact company manager me handover task want dupes'),
  },
  {
    title: 'reports',
    commands: words(
      'funnel conversion durations team activity losses weakest forecast plan stuck response reactivation ' +
        'retention lifecycle dashboard reference report bonus check',
    ),
  },
  {
    title: 'files',
    commands: words('import export batch backup restore profile'),
  },
  {
    title: 'workspace',
    commands: words(
      'init demo config holiday pipeline stage field filter rule fx journal doctor completion help',
    ),
  },
]

type Title = 'day' | 'records' | 'reports' | 'files' | 'workspace'

function words(text: string): string[] {
  return text.split(' ')
}
