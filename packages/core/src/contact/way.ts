import { createHash } from "node:crypto";
import * as z from "zod";

/** Digits only, a leading + kept; the country code of mainland China is left out, so that one number is written one way. */
export const Mobile = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s().-]/g, "").replace(/^(?:\+86|0086)(?=1\d{10}$)/, ""))
  .pipe(z.string().regex(/^\+?[0-9]{6,20}$/, "must be a phone number"));

export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254));

export const Language = z.enum(["zh-CN", "en"]);
export type Language = z.infer<typeof Language>;

/** By what somebody outside the company is reached. */
export interface Ways {
  mobile?: string | undefined;
  email?: string | undefined;
}

/** A phone number and a mail address, as far as there are any. */
export const waysOf = ({ mobile, email }: Ways): string[] => [mobile, email].filter((way) => way !== undefined);

/** By what a way is looked up in the store. */
export const wayDigest = (way: string): string => createHash("sha256").update(`way\n${way}`).digest("hex");

const maskMobile = (mobile: string): string =>
  mobile.length >= 11 ? `${mobile.slice(0, -8)}****${mobile.slice(-4)}` : `****${mobile.slice(-2)}`;

/** Ways hidden but for what tells two of them apart. */
export const masked = ({ mobile, email }: Ways): Ways => ({
  ...(mobile !== undefined && { mobile: maskMobile(mobile) }),
  ...(email !== undefined && { email: email.replace(/^(.)[^@]*/, "$1***") }),
});
