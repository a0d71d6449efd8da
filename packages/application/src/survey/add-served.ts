import type { Entry } from "@yigong/core/audit/audit.ts";
import { contactRefusal } from "@yigong/core/contact/contact.refusals.ts";
import type { Contacts } from "@yigong/core/contact/contact.store.ts";
import { requireStanding } from "@yigong/core/contact/contact.ts";
import type { Addition, ServedClients } from "@yigong/core/survey/served.store.ts";
import { type Contact, linked } from "@yigong/core/survey/served.ts";

interface Deps {
  contacts: Pick<Contacts, "getMany">;
  surveys: { served: Pick<ServedClients, "add"> };
}

/**
 * Lists whom an activity served: as they are said, and contacts of the alliance by their ids.
 *
 * @throws `contact.missing`, `contact.removed`, as `ServedClients.add`
 */
export async function addServed(
  { contacts, surveys }: Deps,
  activityId: string,
  {
    clients,
    contactIds,
    audit,
  }: { clients: readonly Contact[]; contactIds: readonly string[]; audit: readonly Entry[] },
): Promise<Addition> {
  const found = await contacts.getMany(contactIds);
  if (found.length < new Set(contactIds).size) throw contactRefusal("contact.missing");
  for (const contact of found) requireStanding(contact);
  return surveys.served.add(activityId, [...clients, ...contactIds.map(linked)], audit);
}
