import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Contact from "@yigong/core/contact/contact.ts";
import type { ContactDeps, Doing } from "./contact-stores.ts";

/** Notes that a contact wants to hear nothing more, or that they do again. @throws `contact.missing`, `contact.removed` */
export const barContact = (
  { contacts, newId }: ContactDeps,
  id: Contact.Id,
  { wanted, why, ...by }: Doing & { wanted: boolean; why: string },
): Promise<Contact.Info> => {
  const action = wanted ? "contact.bar" : "contact.unbar";
  const audit = [entryOf(newId, { subjectId: id, at: by.at, action, by, reason: why })];
  return contacts.change(id, (contact) => {
    const to = Contact.setDoNotContact(contact, { ...by, wanted, why });
    return { to, at: by.at, ...(to === contact ? {} : { audit }) };
  });
};
