import { z } from "@hono/zod-openapi";
import * as Contact from "@yigong/core/contact/contact.ts";
import { BARS, reachOf } from "@yigong/core/contact/reach.ts";
import { Language, masked } from "@yigong/core/contact/way.ts";

const Bar = z.enum(BARS);
const Guardian = z.object({ name: z.string(), mobile: z.string().optional(), email: z.string().optional() });
const Consent = z.object({
  purpose: z.enum(Contact.PURPOSES),
  state: z.enum(["given", "withdrawn"]),
  how: z.enum(Contact.HOWS),
  at: z.string(),
  by: z.string(),
  byGuardian: z.boolean().optional(),
});

/** A contact as others see one: phone numbers and mail addresses hidden, no day of birth. */
const StandingView = z.object({
  status: z.literal("standing"),
  id: z.string(),
  kind: z.enum(Contact.KINDS),
  name: z.string(),
  person: z.string().optional(),
  mobile: z.string().optional(),
  email: z.string().optional(),
  language: Language,
  source: z.object({ from: z.enum(Contact.SOURCES), note: z.string().optional() }),
  isMinor: z.boolean(),
  guardian: Guardian.optional(),
  /** The last decision about each purpose. */
  consents: z.array(Consent),
  doNotContact: z.object({ at: z.string(), by: z.string(), why: z.string() }).optional(),
  /** Why they are not contacted, by purpose; nothing where they may be. */
  bars: z.object({ survey: Bar.optional(), contact: Bar.optional(), greeting: Bar.optional() }),
  recordedAt: z.string(),
  recordedBy: z.string(),
  version: z.int(),
});
export const ListedContactView = StandingView.openapi("ListedContact");

const RemovedView = z.object({
  status: z.literal("removed"),
  id: z.string(),
  removedAt: z.string(),
  removedBy: z.string(),
  cause: z.enum(Contact.CAUSES),
  version: z.int(),
});
export const ContactView = z.union([StandingView, RemovedView]).openapi("Contact");
export type ContactView = z.output<typeof ContactView>;
export type ListedContactView = z.output<typeof StandingView>;

/** How a contact is reached, which is handed out when it is asked for. */
export const WaysView = z
  .object({
    name: z.string(),
    person: z.string().optional(),
    mobile: z.string().optional(),
    email: z.string().optional(),
    bornOn: z.string().optional(),
    guardian: Guardian.optional(),
  })
  .openapi("ContactWays");

const barOn = (contact: Contact.Standing, purpose: Contact.Purpose, day: string) => {
  const reach = reachOf(contact, purpose, day);
  return "bar" in reach ? { [purpose]: reach.bar } : {};
};

/** A contact as others see one on a local day. */
export function standingView(contact: Contact.Standing, day: string): ListedContactView {
  const { guardian } = contact;
  return StandingView.parse({
    ...contact,
    ...masked(contact),
    isMinor: Contact.isMinorOn(contact, day),
    ...(guardian && { guardian: { ...guardian, ...masked(guardian) } }),
    consents: Contact.PURPOSES.flatMap((purpose) => Contact.consentTo(contact, purpose) ?? []),
    bars: Object.assign({}, ...Contact.PURPOSES.map((purpose) => barOn(contact, purpose, day))),
  });
}

export const contactView = (contact: Contact.Info, day: string): ContactView =>
  contact.status === "standing" ? standingView(contact, day) : RemovedView.parse(contact);
