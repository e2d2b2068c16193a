/** Open deals in columns, as a run of the simulation needs them. */
export interface OpenDeals {
  count: number
  /** The deal's row and column in a table of chances, as row × columns + column. */
  place: Int32Array
  /** Minor units; NaN where the amount is not known. */
  amount: Float64Array
  /** Index of what such deals are worth, for amounts that are not known. */
  worth: Int32Array
  /** Index of the group that the deal belongs to. */
  group: Int32Array
}
