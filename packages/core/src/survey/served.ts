import * as z from "zod";
import { surveyRefusal } from "./survey.refusals.ts";

export { CHUNK, chunkOf, clientIdOf } from "./client-id.ts";

/** How many clients an activity may list. */
export const MOST_SERVED = 5000;

/** The number of a client in the list of one activity, from 1 on. */
export const ClientId = z.string().regex(/^cli_[0-9]{4}$/, "must look like cli_0001");
export type ClientId = z.infer<typeof ClientId>;

export const Language = z.enum(["zh-CN", "en"]);
export type Language = z.infer<typeof Language>;

/** Digits only, a leading + kept; the country code of mainland China is left out, so that one number is written one way. */
const Mobile = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s().-]/g, "").replace(/^(?:\+86|0086)(?=1\d{10}$)/, ""))
  .pipe(z.string().regex(/^\+?[0-9]{6,20}$/, "must be a phone number"));

const Email = z.string().trim().toLowerCase().pipe(z.email().max(254));

const reachable = (client: { mobile?: string | undefined; email?: string | undefined }): boolean =>
  client.mobile !== undefined || client.email !== undefined;

/** Whom to ask afterwards: how to reach them, and no more than that. @source docs/domain.md PIPL */
export const Contact = z
  .object({
    name: z.string().trim().min(1).max(60).optional(),
    mobile: Mobile.optional(),
    email: Email.optional(),
    language: Language.default("zh-CN"),
  })
  .refine(reachable, { message: "needs a mobile number or a mail address" });
export type Contact = z.infer<typeof Contact>;

export type Client = Contact & { clientId: ClientId };

/**
 * Adds contacts to a list; one who is in it already, by mobile or by mail address, is left out.
 *
 * @returns the whole list afterwards and how many were new
 * @throws `survey.too_many_served` beyond 5,000
 */
export function append(list: readonly Contact[], more: readonly Contact[]): { list: Contact[]; added: number } {
  const known = new Set(list.flatMap(keysOf));
  const fresh = more.filter((contact) => {
    const keys = keysOf(contact);
    if (keys.some((key) => known.has(key))) return false;
    for (const key of keys) known.add(key);
    return true;
  });
  if (list.length + fresh.length > MOST_SERVED) throw surveyRefusal("survey.too_many_served", { most: MOST_SERVED });
  return { list: [...list, ...fresh], added: fresh.length };
}

const keysOf = ({ mobile, email }: Contact): string[] => [mobile, email].filter((key) => key !== undefined);

/** A client with the contact hidden but for what tells two of them apart. */
export function mask(client: Client): Client {
  const hidden: Client = { ...client };
  if (client.mobile) hidden.mobile = maskMobile(client.mobile);
  if (client.email) hidden.email = client.email.replace(/^(.)[^@]*/, "$1***");
  return hidden;
}

const maskMobile = (mobile: string): string =>
  mobile.length >= 11 ? `${mobile.slice(0, -8)}****${mobile.slice(-4)}` : `****${mobile.slice(-2)}`;
