import { dayTopics } from './topics-day.ts'
import { filesTopics } from './topics-files.ts'
import { findingTopics } from './topics-finding.ts'
import { reportsTopics } from './topics-reports.ts'
import type { Translated } from './translated.ts'

/** In the order in which `voronka help` lists them. */
const topicsIn = (lang: 'en' | 'ru' | 'uk') => ({
  ...dayTopics[lang],
  ...findingTopics[lang],
  ...reportsTopics[lang],
  ...filesTopics[lang],
})

export type TopicsWords = ReturnType<typeof topicsIn>

export const topicsWords: Translated<TopicsWords> = {
  en: topicsIn('en'),
  ru: topicsIn('ru'),
  uk: topicsIn('uk'),
}
