import type { Typed } from './command.ts'

/** The value of a flag that takes one, or undefined when it was not given. */
export function optional(typed: Typed, name: string): string | undefined {
  const value = typed.options[name]
  return typeof value === 'string' ? value : undefined
}

/** The values of a flag that may be repeated. */
export function several(typed: Typed, name: string): string[] {
  const value = typed.options[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** Whether a flag without a value was given. */
export function flag(typed: Typed, name: string): boolean {
  return typed.options[name] === true
}
