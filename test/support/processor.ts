/** Milliseconds of a processor that this process has taken: what else runs on the machine is not counted. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
