import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Contact from "@yigong/core/contact/contact.ts";
import type { ContactDeps, Doing } from "./contact-stores.ts";

/** Hands out how a contact is reached; who asked is kept. @throws `contact.missing`, `contact.removed` */
export async function revealContact(
  { contacts, newId }: ContactDeps,
  id: Contact.Id,
  by: Doing,
): Promise<Contact.Standing> {
  const audit = [entryOf(newId, { subjectId: id, at: by.at, action: "contact.reveal", by })];
  return Contact.requireStanding(
    await contacts.change(id, (contact) => {
      Contact.requireStanding(contact);
      return { to: contact, at: by.at, audit };
    }),
  );
}
