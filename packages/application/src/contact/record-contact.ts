import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Contact from "@yigong/core/contact/contact.ts";
import { waysOf } from "@yigong/core/contact/way.ts";
import { systemReason } from "@yigong/core/language/system-reason.ts";
import { type ContactDeps, type Doing, silenceKeyOf } from "./contact-stores.ts";

/**
 * Records a contact; who was removed and wanted no contact is left alone under the same phone number or mail address, too.
 *
 * @throws `contact.way_taken`, as `Contact.record`
 */
export async function recordContact(
  deps: ContactDeps,
  said: Contact.Writing,
  { id, ...by }: Doing & { id: Contact.Id },
): Promise<Contact.Info> {
  const made = Contact.record(said, { ...by, id });
  const keys = waysOf(made).map((way) => silenceKeyOf(deps.hmac, way));
  const [since] = [...(await deps.contacts.silences(keys)).values()].sort();
  const to = since === undefined ? made : silent(made, since);
  const { at } = by;
  const detail = { kind: to.kind, source: to.source.from };
  return deps.contacts.add({
    to,
    at,
    audit: [entryOf(deps.newId, { subjectId: id, at, action: "contact.record", by, detail })],
  });
}

/** A contact who asked for no contact before they were removed. */
export const silent = (contact: Contact.Standing, at: string): Contact.Standing => ({
  ...contact,
  doNotContact: { at, by: "system", why: systemReason("earlierWish") },
});
