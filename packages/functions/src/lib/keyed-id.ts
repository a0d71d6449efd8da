import { createHash } from "node:crypto";
import type { NewId } from "@yigong/core/lib/id.ts";

/** The optional header by which a client says that two requests are one. */
export const IDEMPOTENCY_KEY = "idempotency-key";

/** An id that follows from who asks and their idempotency key, so that a double click makes one; else a new one. */
export function keyedId(
  newId: NewId,
  prefix: string,
  { memberId, key }: { memberId: string; key: string | undefined },
) {
  if (key === undefined) return newId(prefix);
  const digest = createHash("sha256").update(`${prefix}\n${memberId}\n${key}`).digest("hex");
  return `${prefix}_${BigInt(`0x${digest}`).toString(36).slice(0, 26).padStart(26, "0")}`;
}
