import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Contact from "@yigong/core/contact/contact.ts";
import type { ContactDeps, Doing } from "./contact-stores.ts";

/** Notes a consent that was given or withdrawn. @throws `contact.missing`, as `Contact.decideConsent` */
export const noteConsent = (
  { contacts, newId }: ContactDeps,
  id: Contact.Id,
  { said, ...by }: Doing & { said: Contact.ConsentSaid },
): Promise<Contact.Info> => {
  const detail = { purpose: said.purpose, state: said.state, how: said.how };
  const audit = [entryOf(newId, { subjectId: id, at: by.at, action: "contact.consent", by, detail })];
  return contacts.change(id, (contact) => ({ to: Contact.decideConsent(contact, said, by), at: by.at, audit }));
};
