import { systemReason } from "../language/system-reason.ts";
import type { NewId } from "../lib/id.ts";
import { type ProblemCode, problem } from "../roster/problem.ts";
import type { PreviewRow } from "../roster/roster.ts";
import type { Step } from "../staging/head.ts";
import * as Contact from "./contact.ts";
import { CONSENT_COLUMNS } from "./contact-columns.ts";
import type { ContactEntry, ReadContact } from "./contact-entry.ts";
import { masked, waysOf } from "./way.ts";

/** What is stored, as far as a file of contacts meets it. */
export interface ContactContext {
  /** Whose a way is. */
  byWay: ReadonlyMap<string, Contact.Standing>;
  /** Minors who are reached by nobody but their guardian, by {@link minorKey}. */
  minors: ReadonlyMap<string, Contact.Standing>;
  newId: NewId;
  /** Who imports, at which instant, ISO-8601 UTC, and its local day. */
  doing: Contact.Doing;
}

/** By what a minor without ways of their own is known again. */
export const minorKey = ({ name, bornOn }: { name: string; bornOn?: string | null | undefined }): string =>
  `${name}\n${bornOn ?? ""}`;

interface Planned {
  preview: PreviewRow;
  step?: Step<Contact.Info>;
}

/** Plans an import of contacts: it adds and changes, and takes nobody away. */
export function planContacts(read: readonly ReadContact[], context: ContactContext) {
  const planned = read.map((row) => planRow(row, context));
  return {
    rows: planned.map(({ preview }) => preview),
    steps: planned.flatMap(({ step }) => step ?? []),
  };
}

function planRow(row: ReadContact, context: ContactContext): Planned {
  const { entry, problems } = row;
  if (!entry) return { preview: previewOf(row, "bad", [], problems) };
  const bad = (code: ProblemCode, column: string, value = "") => {
    const known = [...problems, problem(code, { column, value })];
    return { preview: previewOf(row, "bad", [], known) };
  };
  const matches = matchesOf(entry, context);
  const [before] = matches;
  if (matches.length > 1) return bad("contact_two", "手机");
  const refused = before && refusedConsent(before, entry);
  if (refused) return bad("contact_said_no", CONSENT_COLUMNS[refused], "是");
  const facts = before ? mergedWith(before, entry) : freshOf(entry);
  const fault = Contact.faultOf(facts, context.doing.day);
  if (fault) {
    const [code, column] = FAULTS[fault];
    return bad(code, column);
  }
  const after = decided(before ? { ...before, ...facts } : madeOf(facts, context), entry, context.doing);
  if (!before) return { preview: previewOf(row, "joins", changesOf(undefined, after), []), step: { after } };
  const changes = changesOf(before, after);
  if (changes.length === 0) return { preview: previewOf(row, "unchanged", [], []) };
  const next = { ...after, version: before.version + 1 };
  return { preview: previewOf(row, "changes", changes, []), step: { before, after: next } };
}

const FAULTS = {
  "contact.born_in_future": ["date_in_future", "出生日期"],
  "contact.not_a_person": ["contact_not_a_person", "类别"],
  "contact.needs_guardian": ["contact_needs_guardian", "监护人"],
  "contact.unreachable": ["contact_unreachable", "手机"],
} as const satisfies Record<string, readonly [ProblemCode, string]>;

function matchesOf(entry: ContactEntry, { byWay, minors }: ContactContext): Contact.Standing[] {
  const ways = waysOf({ mobile: entry.mobile ?? undefined, email: entry.email ?? undefined });
  const found = ways.length > 0 ? ways.map((way) => byWay.get(way)) : [minors.get(minorKey(entry))];
  return [...new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : []))).values()];
}

/** A no is taken back by who said it, not by a file. */
const refusedConsent = (before: Contact.Standing, { consents }: ContactEntry): Contact.Purpose | undefined =>
  Contact.PURPOSES.find(
    (purpose) => consents[purpose] === true && Contact.consentTo(before, purpose)?.state === "withdrawn",
  );

const FIELDS = ["person", "mobile", "email", "bornOn", "guardian"] as const;

const freshOf = ({ consents: _, doNotContact: __, ...said }: ContactEntry): Contact.Writing =>
  withoutEmpty({ kind: "person", language: "zh-CN", source: { from: "import" }, ...said });

function mergedWith(
  before: Contact.Standing,
  { consents: _, doNotContact: __, ...said }: ContactEntry,
): Contact.Writing {
  const { kind, language, source } = before;
  const held = Object.fromEntries(FIELDS.map((field) => [field, before[field]]));
  return withoutEmpty({ kind, language, source, ...held, ...said });
}

const withoutEmpty = (fields: object): Contact.Writing =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Contact.Writing;

const madeOf = (facts: Contact.Writing, { newId, doing }: ContactContext): Contact.Standing =>
  Contact.record(facts, { ...doing, id: Contact.Id.parse(newId("con")) });

/** What a row says of being contacted; it only ever adds a no, or a yes where nothing was said. */
function decided(contact: Contact.Standing, { consents, doNotContact }: ContactEntry, doing: Contact.Doing) {
  const barred = doNotContact
    ? Contact.setDoNotContact(contact, { ...doing, wanted: true, why: systemReason("listedNoContact") })
    : contact;
  return Contact.PURPOSES.reduce((one, purpose) => {
    const said = consents[purpose];
    const state = said ? "given" : "withdrawn";
    if (said === undefined || Contact.consentTo(one, purpose)?.state === state) return one;
    return Contact.decideConsent(one, { purpose, state, how: "written" }, doing);
  }, barred);
}

const previewOf = (
  { number, employeeNumber, name }: ReadContact,
  state: PreviewRow["state"],
  changes: PreviewRow["changes"],
  problems: PreviewRow["problems"],
): PreviewRow => ({ row: number, employeeNumber, name, state, changes, problems });

/** The facts as people read them; phone numbers and mail addresses are hidden. */
function textsOf(contact: Contact.Standing | undefined): Record<string, string> {
  if (!contact) return {};
  const { guardian } = contact;
  const ways = masked(contact);
  const of = guardian && masked(guardian);
  const consents = Contact.PURPOSES.map((purpose) => {
    const state = Contact.consentTo(contact, purpose)?.state;
    return [CONSENT_COLUMNS[purpose], state === undefined ? "" : state === "given" ? "是" : "否"] as const;
  });
  return {
    姓名: contact.name,
    手机: ways.mobile ?? "",
    邮箱: ways.email ?? "",
    类别: contact.kind === "person" ? "" : "单位",
    对接人: contact.person ?? "",
    语言: contact.language === "zh-CN" ? "" : "英文",
    来源: contact.source.note ?? "",
    出生日期: contact.bornOn ?? "",
    监护人: [guardian?.name, of?.mobile, of?.email].filter(Boolean).join(" "),
    ...Object.fromEntries(consents),
    不再联系: contact.doNotContact ? "是" : "",
  };
}

/** Field by field; a way that changes to one that reads alike is told as a change, too. */
function changesOf(before: Contact.Standing | undefined, after: Contact.Standing): PreviewRow["changes"] {
  const [was, is] = [textsOf(before), textsOf(after)];
  const changed = Object.entries(is).filter(
    ([field, to]) => to !== (was[field] ?? "") || isOtherWay(before, after, field),
  );
  return changed.map(([field, to]) => ({ field, from: was[field] ?? "", to }));
}

const WAYS: Record<string, (contact: Contact.Standing) => string | undefined> = {
  手机: ({ mobile }) => mobile,
  邮箱: ({ email }) => email,
  监护人: ({ guardian }) => guardian && JSON.stringify([guardian.name, guardian.mobile, guardian.email]),
  来源: ({ source }) => JSON.stringify([source.from, source.note]),
};
const isOtherWay = (before: Contact.Standing | undefined, after: Contact.Standing, field: string): boolean =>
  before !== undefined && WAYS[field] !== undefined && WAYS[field]?.(before) !== WAYS[field]?.(after);
