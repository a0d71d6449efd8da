import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Contact from "@yigong/core/contact/contact.ts";
import type { ContactDeps, Doing } from "./contact-stores.ts";

/**
 * Corrects what is said of a contact; the audit names the fields, never what stood there.
 *
 * @throws `contact.missing`, `contact.way_taken`, as `Contact.correct`
 */
export const correctContact = (
  { contacts, newId }: ContactDeps,
  id: Contact.Id,
  { patch, ...by }: Doing & { patch: Contact.Patch },
): Promise<Contact.Info> => {
  const { version, ...given } = patch;
  const detail = { fields: Object.keys(given) };
  const audit = [entryOf(newId, { subjectId: id, at: by.at, action: "contact.correct", by, detail })];
  return contacts.change(id, (contact) => ({ to: Contact.correct(contact, patch, by.day), at: by.at, audit }));
};
