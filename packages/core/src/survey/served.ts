import * as z from "zod";
import { Email, Language, Mobile, masked } from "../contact/way.ts";
import { surveyRefusal } from "./survey.refusals.ts";

export { Language } from "../contact/way.ts";
export { CHUNK, chunkOf, clientIdOf } from "./client-id.ts";

/** How many clients an activity may list. */
export const MOST_SERVED = 5000;

/** The number of a client in the list of one activity, from 1 on. */
export const ClientId = z.string().regex(/^cli_[0-9]{4}$/, "must look like cli_0001");
export type ClientId = z.infer<typeof ClientId>;

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

/** A place in the list: a contact as it was said, one of the alliance's contacts by its id, or nobody any more. */
export type Slot = Contact & { contactId?: string | undefined; removed?: true | undefined };
export type Client = Slot & { clientId: ClientId };

/** A place in the list that is one of the alliance's contacts, who is reached as the contact says. */
export const linked = (contactId: string): Slot => ({ contactId, language: "zh-CN" });

/**
 * Adds contacts to a list; one who is in it already, by mobile or by mail address, is left out.
 *
 * @returns the whole list afterwards and how many were new
 * @throws `survey.too_many_served` beyond 5,000
 */
export function append(list: readonly Slot[], more: readonly Slot[]): { list: Slot[]; added: number } {
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

const keysOf = ({ mobile, email, contactId }: Slot): string[] =>
  [mobile, email, contactId].filter((key) => key !== undefined);

/**
 * Puts right how a client is reached. Who is one of the alliance's contacts is corrected there, for every list at once.
 *
 * @throws `survey.client_missing`, `survey.client_is_contact`
 */
export function corrected(slot: Slot | undefined, to: Contact): Slot {
  if (!slot || slot.removed) throw surveyRefusal("survey.client_missing");
  if (slot.contactId !== undefined) throw surveyRefusal("survey.client_is_contact");
  return to;
}

/** A place whose client wants to be in the list no more; it stays, since the ids of those behind it are places. @throws `survey.client_missing` */
export function vacated(slot: Slot | undefined): Slot {
  if (!slot) throw surveyRefusal("survey.client_missing");
  return slot.removed ? slot : { language: "zh-CN", removed: true };
}

/** A client with the contact hidden but for what tells two of them apart. */
export const mask = (client: Client): Client => ({ ...client, ...masked(client) });
