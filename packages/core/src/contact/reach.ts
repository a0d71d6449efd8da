import { consentTo, type Info, isMinorOn, type Purpose } from "./contact.ts";
import type { Language, Ways } from "./way.ts";

/** Why somebody is not contacted. */
export const BARS = ["removed", "doNotContact", "withdrawn", "noConsent", "noGuardian", "unreachable"] as const;
export type Bar = (typeof BARS)[number];

/** Whom to reach about a contact: themselves, or who speaks for a minor. */
export interface Reached extends Ways {
  name: string;
  language: Language;
  isGuardian: boolean;
}
export type Reach = { to: Reached } | { bar: Bar };

/** Whether somebody may be contacted about a purpose without having said so before. @source docs/domain.md Contacts */
const WITHOUT_CONSENT: Readonly<Record<Purpose, boolean>> = { survey: true, contact: true, greeting: false };

/** A consent counts while it was given by who may give it now: a guardian's ends when the child comes of age. */
function consentBar(contact: Extract<Info, { status: "standing" }>, purpose: Purpose, day: string): Bar | undefined {
  const last = consentTo(contact, purpose);
  if (last?.state === "withdrawn") return "withdrawn";
  const isGiven = last !== undefined && (last.byGuardian !== true || isMinorOn(contact, day));
  return isGiven || WITHOUT_CONSENT[purpose] ? undefined : "noConsent";
}

/**
 * Decides whether and how somebody may be reached on a local day: who said no is left alone, a minor's guardian is asked.
 *
 * @source docs/domain.md Contacts
 */
export function reachOf(contact: Info | undefined, purpose: Purpose, day: string): Reach {
  if (contact === undefined || contact.status === "removed") return { bar: "removed" };
  if (contact.doNotContact) return { bar: "doNotContact" };
  const bar = consentBar(contact, purpose, day);
  if (bar) return { bar };
  const { language, guardian } = contact;
  const isMinor = isMinorOn(contact, day);
  if (isMinor && !guardian) return { bar: "noGuardian" };
  const { name, mobile, email } = isMinor && guardian ? guardian : contact;
  if (mobile === undefined && email === undefined) return { bar: "unreachable" };
  return { to: { name, language, isGuardian: isMinor, ...(mobile && { mobile }), ...(email && { email }) } };
}
