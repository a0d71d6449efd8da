import * as z from "zod";

/** Makes ids: the prefix, `_`, and 26 lower-case characters that sort by time. Injected, so that tests repeat. */
export type NewId = (prefix: string) => string;

/**
 * A branded id schema.
 *
 * One case only: the store's `begins_with` may ignore the case of ASCII letters.
 */
export const idOf = <Prefix extends string>(prefix: Prefix) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`), `must look like ${prefix}_ and 26 lower-case characters`)
    .brand<Prefix>();
