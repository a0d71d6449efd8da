import { randomBytes } from "node:crypto";
import type { NewId } from "@yigong/core/lib/id.ts";
import { monotonicFactory } from "ulid";

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const chance = () => [...randomBytes(26)].map((byte) => LETTERS[byte % LETTERS.length]).join("");

/**
 * Ids that sort by time, except for the ledger's pseudonyms.
 *
 * Those are random: a time-ordered one, made next to the member's id, would link the two.
 * @source docs/domain.md PIPL
 */
export function openIds(now: () => string): NewId {
  const ulid = monotonicFactory();
  return (prefix) => `${prefix}_${prefix === "psn" ? chance() : ulid(Date.parse(now())).toLowerCase()}`;
}
