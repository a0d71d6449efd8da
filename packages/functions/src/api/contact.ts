import { createRoute, z } from "@hono/zod-openapi";
import { barContact } from "@yigong/application/contact/bar-contact.ts";
import type { ContactDeps } from "@yigong/application/contact/contact-stores.ts";
import { correctContact } from "@yigong/application/contact/correct-contact.ts";
import { listContacts } from "@yigong/application/contact/list-contacts.ts";
import { noteConsent } from "@yigong/application/contact/note-consent.ts";
import { recordContact } from "@yigong/application/contact/record-contact.ts";
import { removeContact } from "@yigong/application/contact/remove-contact.ts";
import { revealContact } from "@yigong/application/contact/reveal-contact.ts";
import type { Books } from "@yigong/application/search/search-books.ts";
import * as Contact from "@yigong/core/contact/contact.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { plainText } from "@yigong/core/lib/plain-text.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { type Action, type Actor, allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, countedPageOf, Offset, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { ContactView, contactView, ListedContactView, standingView, WaysView } from "./contact.view.ts";
import { type PeopleDeps, withPeople, withPeopleOf } from "./names.ts";

const tags = ["Contacts"];
const ById = z.object({ id: Contact.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const YesNo = z.enum(["true", "false"]).optional();
const Listing = PageRequest.extend({
  offset: Offset,
  kind: z.enum(Contact.KINDS).optional(),
  barred: YesNo,
  minor: YesNo,
  /** A part of a name, its pinyin or initials; a whole phone number or mail address, or a number's last four digits. */
  q: z.string().trim().min(1).max(254).optional(),
  sort: z.enum(["newest", "name"]).default("newest"),
});
const DoNotContact = z.object({ wanted: z.boolean(), why: plainText(2, 500) });
const Removal = z.object({ cause: z.enum(Contact.CAUSES), neverAgain: z.boolean().default(false) });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const oneContact = answers(ContactView, "The contact");
const yes = (said: "true" | "false" | undefined) => (said === undefined ? undefined : said === "true");

export interface ContactRouteDeps extends ContactDeps, PeopleDeps {
  books: Pick<Books, "contacts">;
  now: () => string;
  zone: string;
}

/** People and organizations outside the company, under `/contacts`. @source docs/domain.md Contacts */
export const contactRoutes = (deps: ContactRouteDeps) => {
  const doing = (actor: Actor, action: Action) => {
    const at = deps.now();
    return { ...allow(actor, action), at, day: dayOf(at, deps.zone) };
  };
  const today = () => dayOf(deps.now(), deps.zone);
  return routes()
    .openapi(
      createRoute({
        ...route("/contacts", "List contacts with hidden phone numbers and mail addresses"),
        method: "get",
        request: { query: Listing },
        responses: answers(withPeopleOf(countedPageOf(ListedContactView)), "Contacts, and how many match in all"),
      }),
      async (c) => {
        allow(actorOf(c), "contact.read");
        const { limit, cursor, offset, barred, minor, ...query } = c.req.valid("query");
        const asked = { ...query, barred: yes(barred), minor: yes(minor), place: { limit, cursor, offset } };
        const { items, ...page } = await listContacts(deps, asked, today());
        return c.json(await withPeople(deps, { ...page, items: items.map((one) => standingView(one, today())) }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/contacts", "Record a contact"),
        method: "post",
        request: { headers: Once, ...body(Contact.Writing) },
        responses: oneContact,
      }),
      async (c) => {
        const by = doing(actorOf(c), "contact.write");
        const key = c.req.valid("header")[IDEMPOTENCY_KEY];
        const id = Contact.Id.parse(keyedId(deps.newId, "con", { memberId: by.actorId, key }));
        return c.json(contactView(await recordContact(deps, c.req.valid("json"), { ...by, id }), by.day), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/contacts/{id}", "Read a contact, with hidden phone numbers and mail addresses"),
        method: "get",
        request: { params: ById },
        responses: answers(withPeopleOf(z.object({ contact: ContactView })), "The contact"),
      }),
      async (c) => {
        allow(actorOf(c), "contact.read");
        const contact = contactView(await deps.contacts.get(c.req.valid("param").id), today());
        return c.json(await withPeople(deps, { contact }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/contacts/{id}", "Correct a contact"),
        method: "patch",
        request: { params: ById, ...body(Contact.Patch) },
        responses: oneContact,
      }),
      async (c) => {
        const [by, { id }, patch] = [doing(actorOf(c), "contact.write"), c.req.valid("param"), c.req.valid("json")];
        const current = async () => ({ shown: contactView(await deps.contacts.get(id), by.day) });
        const corrected = await editing(patch, () => correctContact(deps, id, { ...by, patch }), current);
        return c.json(contactView(corrected, by.day), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/contacts/{id}/ways", "Ask how a contact is reached; the asking is kept"),
        method: "post",
        request: { params: ById },
        responses: answers(WaysView, "How the contact is reached"),
      }),
      async (c) => {
        const by = doing(actorOf(c), "contact.reveal");
        return c.json(WaysView.parse(await revealContact(deps, c.req.valid("param").id, by)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/contacts/{id}/do-not-contact", "Note that a contact wants to hear nothing more, or does again"),
        method: "put",
        request: { params: ById, ...body(DoNotContact) },
        responses: oneContact,
      }),
      async (c) => {
        const [by, { id }] = [doing(actorOf(c), "contact.write"), c.req.valid("param")];
        return c.json(contactView(await barContact(deps, id, { ...by, ...c.req.valid("json") }), by.day), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/contacts/{id}/consents", "Note that a contact consents to something, or no longer does"),
        method: "post",
        request: { params: ById, ...body(Contact.ConsentSaid) },
        responses: oneContact,
      }),
      async (c) => {
        const [by, { id }] = [doing(actorOf(c), "contact.write"), c.req.valid("param")];
        return c.json(contactView(await noteConsent(deps, id, { ...by, said: c.req.valid("json") }), by.day), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/contacts/{id}/removal", "Remove a contact's data; it cannot be taken back"),
        method: "post",
        request: { params: ById, ...body(Removal) },
        responses: oneContact,
      }),
      async (c) => {
        const [by, { id }] = [doing(actorOf(c), "contact.remove"), c.req.valid("param")];
        return c.json(contactView(await removeContact(deps, id, { ...by, ...c.req.valid("json") }), by.day), 200);
      },
    );
};
