import type { Contacts } from "@yigong/core/contact/contact.store.ts";
import type { Info as Contact } from "@yigong/core/contact/contact.ts";
import { type Reach, reachOf } from "@yigong/core/contact/reach.ts";
import { waysOf } from "@yigong/core/contact/way.ts";
import type { Hmac } from "@yigong/core/survey/link.ts";
import type { Client } from "@yigong/core/survey/served.ts";
import { silenceKeyOf } from "../contact/contact-stores.ts";

/** What tells whom to reach. */
export interface ReachDeps {
  contacts: Pick<Contacts, "getMany" | "byWays" | "silences">;
  hmac: Hmac;
}

/** A client with whom to reach for them, and the contact whom the list names. */
export interface Reachable {
  client: Client;
  reach: Reach;
  contact?: Contact | undefined;
}

/**
 * Decides for clients of a list whom to reach about a survey on a local day.
 *
 * Whom the list names by a contact is reached as the contact says now. Whose number was typed is left alone, too, when it
 * is that of a contact, or of somebody removed, who wants it so; a minor's guardian is reached instead.
 * @source docs/domain.md Contacts
 */
export async function reachClients(
  { contacts, hmac }: ReachDeps,
  clients: readonly Client[],
  day: string,
): Promise<Reachable[]> {
  const ways = clients.flatMap(waysOf);
  const keys = new Map(ways.map((way) => [way, silenceKeyOf(hmac, way)]));
  const [named, owners, silences] = await Promise.all([
    contacts.getMany(clients.flatMap(({ contactId }) => contactId ?? [])),
    contacts.byWays(ways),
    contacts.silences([...keys.values()]),
  ]);
  const byId = new Map(named.map((contact) => [contact.id as string, contact]));
  const typed = (client: Client): Reach => {
    const own = waysOf(client);
    if (own.some((way) => silences.has(keys.get(way) ?? ""))) return { bar: "doNotContact" };
    const reaches = own.flatMap((way) => owners.get(way) ?? []).map((owner) => reachOf(owner, "survey", day));
    const { name = "", mobile, email, language } = client;
    const asTyped: Reach = { to: { name, mobile, email, language, isGuardian: false } };
    return reaches.find((reach) => "bar" in reach) ?? reaches.find(isToGuardian) ?? asTyped;
  };
  return clients.map((client) => {
    if (client.removed) return { client, reach: { bar: "removed" } };
    if (client.contactId === undefined) return { client, reach: typed(client) };
    const contact = byId.get(client.contactId);
    return { client, contact, reach: reachOf(contact, "survey", day) };
  });
}

const isToGuardian = (reach: Reach): boolean => "to" in reach && reach.to.isGuardian;
