import * as z from "zod";
import { documents } from "../lib/documents.ts";
import type { Op, Table } from "../lib/table.ts";
import { Instant } from "../lib/time.ts";
import type { StepOps } from "../staging/head.row.ts";
import type { Step } from "../staging/head.ts";
import type { Info } from "./contact.ts";
import { wayDigest, waysOf } from "./way.ts";

/** A contact: the value that counts, and beside it the one that an import stages. */
export const contactDocuments = documents({
  entity: "contact",
  schema: z.object({
    contactId: z.string(),
    directory: z.string(),
    version: z.int(),
    now: z.unknown().optional(),
    staged: z.unknown().optional(),
    stagedBy: z.string().optional(),
    since: z.string().optional(),
  }),
  attributes: {
    contactId: "string",
    directory: "string",
    version: "number",
    now: "json?",
    staged: "json?",
    stagedBy: "string?",
    since: "string?",
  },
  key: { pk: "contact#${contactId}", sk: "detail" },
  indexes: { byId: { on: "gsi1", pk: "contacts#${directory}", sk: "${contactId}" } },
  body: "none",
  itemOf: (row) => row,
});

/** Whose a phone number or mail address is. */
export const wayDocuments = documents({
  entity: "contactWay",
  schema: z.object({ digest: z.string(), contactId: z.string() }),
  attributes: { digest: "string", contactId: "string" },
  key: { pk: "contactway#${digest}", sk: "contact" },
  body: "none",
  itemOf: (row) => row,
});

/** That who was removed wants no contact: a keyed hash of their phone number or mail address, and since when. */
export const silenceDocuments = documents({
  entity: "contactSilence",
  schema: z.object({ key: z.string(), at: Instant }),
  attributes: { key: "string", at: "string" },
  key: { pk: "contactsilence#${key}", sk: "row" },
  body: "none",
  itemOf: (row) => row,
});

/** All contacts are in one directory. */
export const directory = "all";

export const contactEntities = (table: Table) => ({
  contacts: contactDocuments(table),
  ways: wayDocuments(table),
  silences: silenceDocuments(table),
});
export type ContactEntities = ReturnType<typeof contactEntities>;

const digestsOf = (contact: Info | undefined): string[] =>
  contact?.status === "standing" ? waysOf(contact).map(wayDigest) : [];

/** Claims the ways that a contact has now and had not before, each for this contact alone, and frees those that it had. */
export function wayOps({ ways }: ContactEntities, { before, after }: Step<Info>): { gained: Op[]; lost: Op[] } {
  const contactId = after?.id ?? before?.id ?? "";
  const [was, is] = [digestsOf(before), digestsOf(after)];
  const claim = (digest: string) =>
    ways.ops.put(
      { digest, contactId },
      ({ contactId: held }, { notExists, eq }) => `${notExists(held)} OR ${eq(held, `${contactId}`)}`,
    );
  const free = (digest: string) =>
    ways.ops.remove({ digest }, ({ contactId: held }, { eq }) => eq(held, `${contactId}`));
  return {
    gained: is.filter((digest) => !was.includes(digest)).map(claim),
    lost: was.filter((digest) => !is.includes(digest)).map(free),
  };
}

const subject = ({ before, after }: Step<Info>): Info => {
  const contact = after ?? before;
  if (!contact) throw new TypeError("A step needs a value before or after");
  return contact;
};

/** How an import changes a contact's rows. Ways are claimed with the staging; what is no longer claimed is freed at the end. */
export const contactSteps = (entities: ContactEntities): StepOps<Info> => ({
  stage(step, write) {
    const { before, after } = step;
    const key = { contactId: subject(step).id as string, directory };
    const { gained } = wayOps(entities, step);
    if (!before) {
      const row = { ...key, version: after?.version ?? 0, now: after, since: write };
      const made = entities.contacts.ops.put(
        row,
        ({ version, since }, { eq, notExists }) => `${notExists(version)} OR ${eq(since, write)}`,
      );
      return [made, ...gained];
    }
    const row = { ...key, version: before.version, now: before, stagedBy: write, ...(after && { staged: after }) };
    const staged = entities.contacts.ops.put(
      row,
      ({ version, stagedBy }, { eq, notExists }) =>
        `${eq(version, before.version)} AND (${notExists(stagedBy)} OR ${eq(stagedBy, write)})`,
    );
    return [staged, ...gained];
  },
  settle: (step, write) =>
    step.before ? endOps(entities, { keep: step.after, step, write, ways: wayOps(entities, step).lost }) : [],
  abandon: (step, write) => {
    const { lost } = wayOps(entities, { before: step.after, after: step.before });
    return endOps(entities, { keep: step.before, step, write, ways: lost });
  },
});

function endOps(
  { contacts }: ContactEntities,
  { keep, step, write, ways }: { keep: Info | undefined; step: Step<Info>; write: string; ways: Op[] },
): Op[] {
  const contactId = subject(step).id as string;
  if (!keep)
    return [
      contacts.ops.remove(
        { contactId },
        ({ stagedBy, since }, { eq }) => `${eq(stagedBy, write)} OR ${eq(since, write)}`,
      ),
      ...ways,
    ];
  const row = { contactId, directory, version: keep.version, now: keep };
  return [contacts.ops.put(row, ({ stagedBy }, { eq }) => eq(stagedBy, write)), ...ways];
}
