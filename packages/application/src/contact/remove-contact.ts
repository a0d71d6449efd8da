import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Contact from "@yigong/core/contact/contact.ts";
import { waysOf } from "@yigong/core/contact/way.ts";
import { type ContactDeps, type Doing, silenceKeyOf } from "./contact-stores.ts";

/** Whether somebody has said that they do not want to be asked or contacted. */
const saidNo = (contact: Contact.Standing): boolean =>
  contact.doNotContact !== undefined ||
  Contact.PURPOSES.some((purpose) => Contact.consentTo(contact, purpose)?.state === "withdrawn");

/**
 * Removes a contact's data wherever they stand: served lists name the contact and hold no copy.
 *
 * Who had said no, or says so now, stays left alone: a keyed hash of their ways is kept, and nothing else.
 * @param how.neverAgain - they want to hear nothing more
 * @throws `contact.missing`
 * @source docs/domain.md Contacts
 */
export const removeContact = (
  { contacts, newId, hmac }: ContactDeps,
  id: Contact.Id,
  { cause, neverAgain, ...by }: Doing & { cause: (typeof Contact.CAUSES)[number]; neverAgain: boolean },
): Promise<Contact.Info> => {
  const audit = [
    entryOf(newId, { subjectId: id, at: by.at, action: "contact.remove", by, detail: { cause, neverAgain } }),
  ];
  return contacts.change(id, (contact) => {
    const to = Contact.remove(contact, { ...by, cause });
    if (contact.status === "removed") return { to, at: by.at };
    const silenced = neverAgain || saidNo(contact) ? waysOf(contact).map((way) => silenceKeyOf(hmac, way)) : [];
    return { to, at: by.at, audit, silenced };
  });
};
