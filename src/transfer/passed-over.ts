/** A call between colleagues, which is no activity. */
export const INTERNAL = 'internal'
/** A row whose kind the user does not want. */
export const LEFT_OUT = 'leftOut'
/** A row of a list that holds activities and tasks, of the kind that is not asked for. */
export const OTHERWISE = 'otherwise'

/** Why a row of activities or tasks is passed over. */
export type PassedOver = typeof INTERNAL | typeof LEFT_OUT | typeof OTHERWISE
