/** How a row is read: consistently, unless `eventual` allows for what was there a moment ago. */
export interface Reading {
  eventual?: boolean;
}

/**
 * A read at half the price that may be some moments old.
 *
 * For what is shown, for names, and for what a person saw anyway before they acted. Not for where an activity stands
 * when something is decided by it, nor for anything that follows from a write just made; unless the write that comes next
 * fails if the row moved, or a row of a moment ago lets nobody do what they could not have done then.
 */
export const recent: Reading = { eventual: true };

/** The option of a request to the store. */
export const consistency = ({ eventual = false }: Reading = {}) => ({ consistent: !eventual });
