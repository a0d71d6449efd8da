import * as z from "zod";
import { fill } from "../language/catalogue.ts";
import * as Member from "../member/member.ts";
import { isAppointedFrom } from "../member/trainer-term.ts";
import type { Step } from "../staging/head.ts";
import { massLossWords } from "./mass-loss.words.ts";
import { rosterRefusal } from "./roster.refusals.ts";

/** What many may lose at once. */
export const LossKinds = z.enum([
  "leaving",
  "name",
  "politicalStatus",
  "branch",
  "department",
  "post",
  "team",
  "trainer",
  "mobile",
  "email",
  "volunteer",
  "role",
  "skill",
  "shifts",
]);
export type LossKind = z.infer<typeof LossKinds>;

const lossReason = (what: LossKind, values: { count: number; of: number }) => ({
  "zh-CN": fill(massLossWords["zh-CN"][`roster.loss.${what}`], values),
  en: fill(massLossWords.en[`roster.loss.${what}`], values),
});

/** A loss that many suffer in one import, which is more often a mistake in the file than meant. */
export const Loss = z.object({
  what: LossKinds,
  /** How many suffer it, and of how many who could. */
  count: z.int().positive(),
  of: z.int().positive(),
  reason: z.object({ "zh-CN": z.string(), en: z.string() }),
});
export type Loss = z.infer<typeof Loss>;

/** What somebody says an import may take, by kind: each number as the preview has it. */
export const Confirmed = z.partialRecord(LossKinds, z.int().positive());
export type Confirmed = z.infer<typeof Confirmed>;

/** @source docs/domain.md "Decision, a brake on mass changes" */
const FEWEST = 5;
const SHARE = 0.1;

/** The loss, if that many of so many is many: at least 5, and more than a tenth. */
export const lossOf = (what: LossKind, count: number, of: number): Loss[] =>
  count >= FEWEST && count > of * SHARE ? [{ what, count, of, reason: lossReason(what, { count, of }) }] : [];

type Facts = Record<Exclude<LossKind, "leaving" | "shifts">, readonly (string | undefined)[]>;

/** What an import could take from somebody: present values, by kind. */
function factsOf(member: Member.Info, { at, day }: { at: string; day: string }): Facts {
  const { branchId, departmentId, postId } = member.affiliations.at(-1) ?? {};
  const own = member.roles.filter(
    ({ deputyFor, until }) => deputyFor === undefined && (until === undefined || until > at),
  );
  return {
    name: [member.name],
    politicalStatus: [member.politicalStatuses.at(-1)?.status],
    branch: [branchId],
    department: [departmentId],
    post: [postId],
    team: member.teamIds,
    trainer: isAppointedFrom(member, day) ? ["trainer"] : [],
    mobile: [member.mobile],
    email: [member.email],
    volunteer: [member.volunteerSince],
    skill: member.skills,
    role: own.map(({ role, scope }) => JSON.stringify([role, scope])),
  };
}

const KINDS = LossKinds.exclude(["leaving", "shifts"]).options;
const given = (values: readonly (string | undefined)[]) => values.filter((value) => value !== undefined);

/**
 * What many would lose: their place on the roster, or a value that goes or becomes another. New values are no loss.
 *
 * Each is measured against those employed who have such a value.
 * @param when - the import's instant, ISO-8601 UTC, and its local day
 */
export function massLosses(
  steps: readonly Step<Member.Info>[],
  members: readonly Member.Info[],
  { day, at }: { day: string; at: string },
): Loss[] {
  const employed = members.filter((member) => Member.isEmployedOn(member, day));
  const [having, losing] = [new Map<LossKind, number>(), new Map<LossKind, number>()];
  const add = (to: Map<LossKind, number>, kind: LossKind) => to.set(kind, (to.get(kind) ?? 0) + 1);
  for (const member of employed) {
    const facts = factsOf(member, { at, day });
    for (const kind of KINDS) if (given(facts[kind]).length > 0) add(having, kind);
  }
  let leaving = 0;
  for (const { before, after } of steps) {
    if (!before || !after || !Member.isEmployedOn(before, day)) continue;
    if (!Member.isEmployedOn(after, day)) leaving += 1;
    else {
      const [had, has] = [factsOf(before, { at, day }), factsOf(after, { at, day })];
      for (const kind of KINDS) if (given(had[kind]).some((value) => !has[kind].includes(value))) add(losing, kind);
    }
  }
  return [
    ...lossOf("leaving", leaving, employed.length),
    ...KINDS.flatMap((kind) => lossOf(kind, losing.get(kind) ?? 0, having.get(kind) ?? 0)),
  ];
}

/**
 * Lets an import take what many have, once somebody has said how many.
 *
 * @throws `roster.mass_leaving`, `roster.mass_change` for anything else than leaving
 */
export function requireConfirmed(losses: readonly Loss[], confirmed: Confirmed): void {
  const open = losses.filter(({ what, count }) => confirmed[what] !== count);
  if (open.length === 0) return;
  const all = Object.fromEntries(losses.map(({ what, count }) => [what, count]));
  const code = open.some(({ what }) => what === "leaving") ? "roster.mass_leaving" : "roster.mass_change";
  const reasons = {
    "zh-CN": open.map(({ reason }) => reason["zh-CN"]).join(""),
    en: open.map(({ reason }) => reason.en).join(" "),
  };
  throw rosterRefusal(code, { reasons, confirmed: JSON.stringify({ confirmed: all }) });
}
