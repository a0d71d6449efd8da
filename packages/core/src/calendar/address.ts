import { createHash } from "node:crypto";
import * as z from "zod";
import { Instant } from "../lib/time.ts";

/** 160 random bits as hexadecimal digits: whoever has the address reads the calendar. */
export const SECRET_DIGITS = 40;
const SECRET = new RegExp(`^[0-9a-f]{${SECRET_DIGITS}}$`);

export const isSecret = (text: string): boolean => SECRET.test(text);

/** What is stored of a secret: nobody who reads the table learns an address. */
export const digestOf = (secret: string): string => createHash("sha256").update(`calendar\n${secret}`).digest("hex");

/** A member's private address of their calendar, one at a time. */
export const Info = z.object({
  memberId: z.string(),
  digest: z.string(),
  createdAt: Instant,
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;
