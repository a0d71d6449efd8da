import type { Contacts } from "@yigong/core/contact/contact.store.ts";
import type * as Contact from "@yigong/core/contact/contact.ts";
import { CONTACT_COLUMNS } from "@yigong/core/contact/contact-columns.ts";
import { type ContactEntry, type ReadContact, readContactRows } from "@yigong/core/contact/contact-entry.ts";
import { minorKey, planContacts } from "@yigong/core/contact/contact-plan.ts";
import { waysOf } from "@yigong/core/contact/way.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Step } from "@yigong/core/staging/head.ts";
import type { Hmac } from "@yigong/core/survey/link.ts";
import { type ImporterOf, importer } from "../manifest/importer.ts";
import { changedSince } from "../roster/refuse-undo.ts";
import { silenceKeyOf } from "./contact-stores.ts";
import { silent } from "./record-contact.ts";

export interface ContactImportDeps {
  contacts: Contacts;
  newId: NewId;
  hmac: Hmac;
  zone: string;
}

/** What is stored of those whom a file may mean; no more of the others is held in memory than a page. */
async function metBy({ contacts }: ContactImportDeps, read: readonly ReadContact[]) {
  const ways = new Set(read.flatMap(({ entry }) => (entry ? entryWays(entry) : [])));
  const names = new Set(read.flatMap(({ entry }) => (entry && entryWays(entry).length === 0 ? [minorKey(entry)] : [])));
  const byWay = new Map<string, Contact.Standing>();
  const minors = new Map<string, Contact.Standing>();
  for await (const part of contacts.parts())
    for (const contact of part) {
      if (contact.status === "removed") continue;
      const own = waysOf(contact);
      for (const way of own) if (ways.has(way)) byWay.set(way, contact);
      if (own.length === 0 && names.has(minorKey(contact))) minors.set(minorKey(contact), contact);
    }
  return { byWay, minors };
}

const entryWays = ({ mobile, email }: ContactEntry) =>
  waysOf({ mobile: mobile ?? undefined, email: email ?? undefined });

/** New contacts who wanted no contact when they were removed are left alone again. */
async function silenced({ contacts, hmac }: ContactImportDeps, steps: readonly Step<Contact.Info>[]) {
  const keysOf = ({ before, after }: Step<Contact.Info>) =>
    !before && after?.status === "standing" ? waysOf(after).map((way) => silenceKeyOf(hmac, way)) : [];
  const since = await contacts.silences(steps.flatMap(keysOf));
  if (since.size === 0) return [...steps];
  return steps.map((step): Step<Contact.Info> => {
    const [at] = keysOf(step).flatMap((key) => since.get(key) ?? []);
    return at !== undefined && step.after?.status === "standing" ? { after: silent(step.after, at) } : step;
  });
}

/** The steps back. @throws `roster.changed_since` naming contacts that were changed after the import */
async function backwards({ contacts }: ContactImportDeps, done: readonly Step<Contact.Info>[]) {
  const ids = done.flatMap(({ after }) => after?.id ?? []);
  const current = new Map((await contacts.getMany(ids)).map((one) => [one.id, one]));
  const moved: string[] = [];
  const steps = done.flatMap(({ before, after }): Step<Contact.Info>[] => {
    const now = after && current.get(after.id);
    if (!after || !now || now.version !== after.version) {
      if (after?.status === "standing") moved.push(after.name);
      return [];
    }
    return [before ? { before: now, after: { ...before, version: now.version + 1 } } : { before: now }];
  });
  if (moved.length > 0) throw changedSince(moved);
  return steps;
}

/** Imports contacts: adds and changes them, and takes nobody away. Bad rows may be left out by choice. */
export function contactImporter(deps: ContactImportDeps) {
  const { contacts, newId, zone } = deps;
  const one: ImporterOf<ContactEntry, Contact.Info> = {
    kind: "contacts",
    permission: "contact.import",
    maySkipBad: true,
    columns: CONTACT_COLUMNS,
    read: async (rows, { at }) => readContactRows(rows, { today: dayOf(at, zone) }),
    async plan(read, at) {
      const met = await metBy(deps, read);
      const doing = { actorId: "import", at, day: dayOf(at, zone) };
      const { rows, steps } = planContacts(read, { ...met, newId, doing });
      const stored = [...met.byWay.values(), ...met.minors.values()].map(({ id, version }) => `${id} ${version}`);
      const units = { newUnits: [], posts: [], heads: [] };
      return { rows, steps: await silenced(deps, steps), units, basis: [...new Set(stored)].sort() };
    },
    stage: contacts.stage,
    settle: contacts.settle,
    abandon: contacts.abandon,
    undo: (done) => backwards(deps, done),
  };
  return importer(one);
}
