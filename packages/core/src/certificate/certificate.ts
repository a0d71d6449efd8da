import * as z from "zod";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant } from "../lib/time.ts";
import { memberRefusal } from "../member/member.refusals.ts";
import { certificateRefusal } from "./certificate.refusals.ts";
import { type Cause, Code } from "./code.ts";

/** 优秀志愿者, the honour of the annual run. @source docs/domain.md I6 */
export const OUTSTANDING_VOLUNTEER = "优秀志愿者";

/** How honours are called on the English line; another one gets a line that names the year alone. */
const ENGLISH: Readonly<Record<string, string>> = { [OUTSTANDING_VOLUNTEER]: "Outstanding Volunteer" };

/** The year of the honour and the place in its series, such as 2026-0001. */
export const SerialNumber = z
  .string()
  .regex(/^[1-9]\d{3}-\d{4,6}$/, "must look like 2026-0001")
  .brand<"certificateNumber">();
export type SerialNumber = z.infer<typeof SerialNumber>;

/** Why a certificate no longer holds. */
export const Reason = plainText(2, 1000);

const By = z.object({ actorId: z.string(), role: z.string().optional(), deputyFor: z.string().optional() });
export type By = z.infer<typeof By>;

/** Whom it was given to; erasing a person takes the name away and leaves number and code valid. @source docs/domain.md PIPL */
const Holder = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("named"), memberId: z.string(), name: z.string().min(1).max(60) }),
  z.object({ kind: z.literal("erased"), at: Instant }),
]);

/** What is printed, as it was on the day of issue; later names and titles change nothing. */
const Base = z.object({
  number: SerialNumber,
  code: Code,
  holder: Holder,
  honour: z.string().min(1).max(60),
  honourInEnglish: z.string().max(60).optional(),
  year: z.int().min(1900).max(9999),
  alliance: z.string().min(1).max(120),
  committee: z.string().min(1).max(120),
  issuedOn: Day,
  issuedAt: Instant,
  runId: z.string(),
  version: z.int().nonnegative(),
});

/** A certificate of an honour, internal to the company. @source docs/domain.md Order 67 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("issued") }),
  Base.extend({
    status: z.literal("revoked"),
    revocation: z.object({ at: Instant, by: By, reason: Reason }),
  }),
]);
export type Info = z.infer<typeof Info>;
export type Issued = Extract<Info, { status: "issued" }>;

/** The place of a number in its year's series, from 1. */
export const placeOf = (number: SerialNumber): number => Number(number.slice(5));

/** The year of a number's series. */
export const yearOf = (number: SerialNumber): number => Number(number.slice(0, 4));

/** Reads a number as people type it: full width or not, with or without № and the hyphen. */
export function readNumber(typed: string): SerialNumber | undefined {
  const digits = typed.slice(0, 200).normalize("NFKC").replaceAll(/\D/g, "");
  return SerialNumber.safeParse(`${digits.slice(0, 4)}-${digits.slice(4)}`).data;
}

/** Somebody who is to have a certificate; `name` is absent when the roster no longer knows them. */
export interface Claim {
  memberId: string;
  honour: string;
  code: Code;
  name?: string | undefined;
}

/** What the certificates of one run have in common; `at` is ISO-8601 UTC, `today` its local day. */
export interface Award {
  runId: Cause["runId"];
  year: number;
  alliance: string;
  committee: string;
  at: string;
  today: string;
}

/**
 * The certificate that a claim has already.
 *
 * It is the one of the same cause, whatever became of it, so that a run that is repeated issues nothing anew; else one
 * for the same honour that stands, so that a later run of the year leaves people the certificate they hold.
 */
export const heldFor = (series: readonly Info[], { code, memberId, honour }: Claim): Info | undefined =>
  series.find((held) => held.code === code) ??
  series.find(
    ({ status, holder, ...held }) =>
      status === "issued" && held.honour === honour && holder.kind === "named" && holder.memberId === memberId,
  );

/**
 * Decides which certificates are to be added to a year's series, numbered on from its last, in the order of the claims.
 *
 * @param series - every certificate of the year
 * @throws `member.missing` for a claim without a name that has no certificate yet
 * @source docs/domain.md Order 67
 */
export function issue(series: readonly Info[], claims: readonly Claim[], award: Award): Issued[] {
  const last = Math.max(0, ...series.map(({ number }) => placeOf(number)));
  const fresh: Issued[] = [];
  for (const claim of claims)
    if (!heldFor([...series, ...fresh], claim)) fresh.push(newOne(claim, last + fresh.length + 1, award));
  return fresh;
}

function newOne({ memberId, honour, code, name }: Claim, place: number, award: Award): Issued {
  if (name === undefined) throw memberRefusal("member.missing");
  const { runId, year, alliance, committee, at, today } = award;
  const honourInEnglish = ENGLISH[honour];
  return {
    status: "issued",
    number: SerialNumber.parse(`${year}-${String(place).padStart(4, "0")}`),
    code,
    holder: { kind: "named", memberId, name: oneLine(name) },
    honour: oneLine(honour),
    ...(honourInEnglish === undefined ? {} : { honourInEnglish }),
    ...{ year, alliance: oneLine(alliance), committee: oneLine(committee), issuedOn: today, issuedAt: at, runId },
    version: 0,
  };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/**
 * Ends a certificate and says why; its number and code stay known.
 *
 * @throws `certificate.revoked`
 * @source docs/domain.md Order 67
 */
export function revoke(certificate: Info, revocation: { at: string; by: By; reason: string }): Info {
  if (certificate.status === "revoked") throw revoked(certificate.number);
  return { ...certificate, status: "revoked", revocation };
}

const revoked = (number: SerialNumber) => certificateRefusal("certificate.revoked", { number });

/** Takes the person out of a certificate; one without a person is handed back as it is. @source docs/domain.md PIPL */
export const erase = (certificate: Info, at: string): Info =>
  certificate.holder.kind === "erased" ? certificate : { ...certificate, holder: { kind: "erased", at } };

/** A certificate that can be printed: it stands and has a name. */
export type Printable = Issued & { holder: { kind: "named" } };

/** Hands a certificate out for printing. @throws `certificate.revoked`, `certificate.erased` */
export function toPrint(certificate: Info): Printable {
  const { status, holder, number } = certificate;
  if (status === "revoked") throw revoked(number);
  if (holder.kind === "erased") throw certificateRefusal("certificate.erased", { number });
  return { ...certificate, holder };
}
