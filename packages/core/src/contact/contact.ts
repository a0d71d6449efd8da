import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant } from "../lib/time.ts";
import { contactRefusal } from "./contact.refusals.ts";
import { Email, Language, Mobile } from "./way.ts";

export const Id = idOf("con");
export type Id = z.infer<typeof Id>;

/** From this birthday on nobody needs a guardian. */
export const FULL_AGE = 18;
/** Decisions about consent that are kept of one contact. */
const CONSENTS_MAXIMUM = 60;

export const KINDS = ["person", "organization"] as const;
/** How we came to know somebody. */
export const SOURCES = ["activity", "visit", "call", "web", "referral", "import", "other"] as const;
/** What somebody is asked for consent to: being asked after a service, being visited or called, greetings by SMS. */
export const PURPOSES = ["survey", "contact", "greeting"] as const;
export type Purpose = (typeof PURPOSES)[number];
export const HOWS = ["written", "spoken", "online"] as const;
/** Why a contact was removed; no free text, which could name them again. */
export const CAUSES = ["asked", "duplicate", "mistake", "unneeded"] as const;

const Name = plainText(1, 60);
const Why = plainText(2, 500);

/** Who speaks for a minor, and how to reach them. */
export const Guardian = z
  .object({ name: Name, mobile: Mobile.optional(), email: Email.optional() })
  .refine(({ mobile, email }) => mobile !== undefined || email !== undefined, {
    message: "needs a mobile number or a mail address",
  });
export type Guardian = z.infer<typeof Guardian>;

const Source = z.object({ from: z.enum(SOURCES), note: plainText(1, 200).optional() });

/** What is said of a contact: as few facts as reaching them takes. */
export const Writing = z.object({
  kind: z.enum(KINDS),
  name: Name,
  /** Whom to ask for at an organization. */
  person: Name.optional(),
  mobile: Mobile.optional(),
  email: Email.optional(),
  language: Language.default("zh-CN"),
  source: Source,
  /** Only of whom is not of full age, or to know when they will be. */
  bornOn: Day.optional(),
  guardian: Guardian.optional(),
});
export type Writing = z.infer<typeof Writing>;

/** What may be corrected, at the version that was read; null takes a value away. */
export const Patch = z.object({
  version: z.int().nonnegative(),
  name: Name.optional(),
  person: Name.nullable().optional(),
  mobile: Mobile.nullable().optional(),
  email: Email.nullable().optional(),
  language: Language.optional(),
  source: Source.optional(),
  bornOn: Day.nullable().optional(),
  guardian: Guardian.nullable().optional(),
});
export type Patch = z.infer<typeof Patch>;

/** A decision about consent: somebody's own, or their guardian's. */
export const ConsentSaid = z.object({
  purpose: z.enum(PURPOSES),
  state: z.enum(["given", "withdrawn"]),
  how: z.enum(HOWS),
});
export type ConsentSaid = z.infer<typeof ConsentSaid>;
const Consent = ConsentSaid.extend({ at: Instant, by: z.string(), byGuardian: z.literal(true).optional() });

const Base = z.object({ id: Id, recordedAt: Instant, recordedBy: z.string(), version: z.int().nonnegative() });

/** A person or an organization outside the company; a removed one is a record that there was one. */
export const Info = z.discriminatedUnion("status", [
  Base.extend({
    status: z.literal("standing"),
    ...Writing.shape,
    language: Language,
    consents: z.array(Consent).max(CONSENTS_MAXIMUM),
    doNotContact: z.object({ at: Instant, by: z.string(), why: Why }).optional(),
  }),
  Base.extend({
    status: z.literal("removed"),
    removedAt: Instant,
    removedBy: z.string(),
    cause: z.enum(CAUSES),
  }),
]);
export type Info = z.infer<typeof Info>;
export type Standing = Extract<Info, { status: "standing" }>;
export type Removed = Extract<Info, { status: "removed" }>;

/** Who does something, and on which local day. */
export interface Doing {
  actorId: string;
  /** ISO-8601 UTC. */
  at: string;
  /** The local day of `at`. */
  day: string;
}

/** The local day on which somebody comes of age; who is born on 29 February does on 1 March. */
export function comesOfAgeOn(bornOn: string): string {
  const born = new Date(`${bornOn}T00:00:00Z`);
  born.setUTCFullYear(born.getUTCFullYear() + FULL_AGE);
  return born.toISOString().slice(0, 10);
}

/** Whether somebody is not of full age on a local day. */
export const isMinorOn = ({ bornOn }: { bornOn?: string | undefined }, day: string): boolean =>
  bornOn !== undefined && day < comesOfAgeOn(bornOn);

/** The contact with its data. @throws `contact.removed` */
export function requireStanding(contact: Info): Standing {
  if (contact.status === "removed") throw contactRefusal("contact.removed", { at: contact.removedAt });
  return contact;
}

/**
 * What makes the facts of a contact impossible; `undefined` when nothing does.
 *
 * @source docs/domain.md Contacts
 */
export function faultOf(
  { kind, mobile, email, bornOn, guardian, person }: Omit<Writing, "language" | "source" | "name">,
  day: string,
): "contact.born_in_future" | "contact.not_a_person" | "contact.needs_guardian" | "contact.unreachable" | undefined {
  if (kind === "organization" && (bornOn !== undefined || guardian !== undefined)) return "contact.not_a_person";
  if (kind === "person" && person !== undefined) return "contact.not_a_person";
  if (bornOn !== undefined && bornOn > day) return "contact.born_in_future";
  if (isMinorOn({ bornOn }, day) && guardian === undefined) return "contact.needs_guardian";
  const isReachable = mobile !== undefined || email !== undefined || isMinorOn({ bornOn }, day);
  return isReachable ? undefined : "contact.unreachable";
}

function sound(contact: Standing, day: string): Standing {
  const fault = faultOf(contact, day);
  if (fault) throw contactRefusal(fault);
  return Info.parse(contact) as Standing;
}

/** Records a contact. @throws `contact.born_in_future`, `contact.not_a_person`, `contact.needs_guardian`, `contact.unreachable` */
export function record(said: Writing, { id, actorId, at, day }: Doing & { id: Id }): Standing {
  const made = { id, recordedAt: at, recordedBy: actorId, version: 0, status: "standing", consents: [] } as const;
  return sound({ ...said, ...made, consents: [] }, day);
}

/** Corrects what is said of a contact. @throws `edit.changed`, `contact.removed`, as {@link record} */
export function correct(contact: Info, { version, ...patch }: Patch, day: string): Standing {
  const standing = requireStanding(contact);
  requireVersion(standing, version);
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const changed = Object.fromEntries(given.map(([field, value]) => [field, value ?? undefined]));
  const merged = Object.entries({ ...standing, ...changed }).filter(([, value]) => value !== undefined);
  return sound(Object.fromEntries(merged) as Standing, day);
}

/**
 * Notes that somebody wants to hear nothing more, or that they do again; said twice it is once.
 *
 * @throws `contact.removed`
 */
export function setDoNotContact(
  contact: Info,
  { wanted, why, actorId, at }: Pick<Doing, "actorId" | "at"> & { wanted: boolean; why: string },
): Standing {
  const { doNotContact, ...rest } = requireStanding(contact);
  if (wanted === (doNotContact !== undefined)) return contact as Standing;
  return wanted ? { ...rest, doNotContact: { at, by: actorId, why } } : rest;
}

/** The last decision about a purpose. */
export const consentTo = ({ consents }: Pick<Standing, "consents">, purpose: Purpose) =>
  consents.findLast((one) => one.purpose === purpose);

/** Notes a consent given or withdrawn; a minor's is their guardian's. @throws `contact.removed`, `contact.consent_same` */
export function decideConsent(contact: Info, said: ConsentSaid, { actorId, at, day }: Doing): Standing {
  const standing = requireStanding(contact);
  if (consentTo(standing, said.purpose)?.state === said.state) throw contactRefusal("contact.consent_same");
  const byGuardian = isMinorOn(standing, day) ? { byGuardian: true as const } : {};
  const consents = [...standing.consents, { ...said, at, by: actorId, ...byGuardian }].slice(-CONSENTS_MAXIMUM);
  return { ...standing, consents };
}

/** Forgets everything that is known of a contact but that it was there. Removed twice it is once. */
export function remove(
  contact: Info,
  { cause, actorId, at }: Pick<Doing, "actorId" | "at"> & { cause: (typeof CAUSES)[number] },
): Removed {
  if (contact.status === "removed") return contact;
  const { id, recordedAt, recordedBy, version } = contact;
  return { id, recordedAt, recordedBy, version, status: "removed", removedAt: at, removedBy: actorId, cause };
}
