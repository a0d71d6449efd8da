import { createHash, timingSafeEqual } from "node:crypto";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether two texts are the same, in a time that tells nothing of either, not even its length. */
export const isSameText = (one: string, other: string): boolean => timingSafeEqual(digestOf(one), digestOf(other));

/** @throws `card.not_authentic` unless what was sent is what it has to be */
export function requireSame(sent: string | undefined, right: string): void {
  if (sent === undefined || !isSameText(sent, right)) throw cardRefusal("card.not_authentic");
}
