import * as z from "zod";
import { plainText } from "../lib/plain-text.ts";
import { isOneOf } from "../permission/party.ts";
import { awardRefusal } from "./award.refusals.ts";
import type { Place } from "./award.ts";
import { noticeUntilOf } from "./move.ts";
import * as Run from "./run.ts";

/** Why a place goes to somebody else. */
export const Reason = plainText(10, 1000);

/** Somebody is to have the place of another. */
export interface Replacement {
  out: string;
  in: string;
  reason: string;
}

/** Who proposes or confirms, by id and by pseudonym. */
export interface Decider {
  memberId: string;
  pseudonym: string;
  /** Whom they act for as a deputy. */
  principal?: { memberId: string; pseudonym: string } | undefined;
}

/**
 * The five after replacements, in the order of their places.
 *
 * @param isCandidate - whether a pseudonym may have a place at all: a volunteer with points in the year
 * @throws `award.not_placed`, `award.not_candidate`, `award.placed_already`, `award.replaced_twice`
 * @source docs/domain.md I6
 */
export function honoursOf(
  places: readonly Place[],
  replacements: readonly Replacement[],
  isCandidate: (pseudonym: string) => boolean,
): Run.Honour[] {
  const placed = new Set(places.map(({ pseudonym }) => pseudonym));
  const taken = new Set<string>();
  for (const { out, in: chosen } of replacements) {
    if (!placed.has(out)) throw awardRefusal("award.not_placed");
    if (placed.has(chosen)) throw awardRefusal("award.placed_already");
    if (!isCandidate(chosen)) throw awardRefusal("award.not_candidate");
    for (const each of [out, chosen]) {
      if (taken.has(each)) throw awardRefusal("award.replaced_twice");
      taken.add(each);
    }
  }
  const byOut = new Map(replacements.map((one) => [one.out, one]));
  return places.map(({ place, pseudonym }) => {
    const change = byOut.get(pseudonym);
    if (!change) return { place, pseudonym };
    return { place, pseudonym: change.in, instead: { pseudonym, reason: change.reason } };
  });
}

/**
 * Proposes the five, or confirms what somebody else has proposed in the same words; then the objection window opens.
 *
 * Another list than the proposed one becomes the proposal, and needs a second person again.
 * @throws `award.not_deciding`, `award.stale` while points came after the freeze, `award.own_case` when the decider is concerned, `award.needs_another` for the same
 * person's own proposal
 * @source docs/domain.md I6
 */
export function confirm(
  run: Run.Info,
  honours: Run.Honour[],
  { decider, at, zone }: { decider: Decider; at: string; zone: string },
): Run.Info {
  if (run.status !== "deciding") throw awardRefusal("award.not_deciding");
  if (Run.isUnanswered(run)) throw awardRefusal("award.stale");
  requireForeign(concerned(run, honours), decider);
  const { proposal, status: _, ...rest } = run;
  const [by, deputyFor] = [decider.memberId, decider.principal?.memberId];
  const same = proposal !== undefined && sameHonours(proposal.honours, honours);
  if (!same) return Run.Info.parse({ ...run, proposal: { by, ...(deputyFor && { for: deputyFor }), at, honours } });
  if (isOneOf({ by, deputyFor }, [proposal.by, proposal.for])) throw awardRefusal("award.needs_another");
  return Run.Info.parse({
    ...rest,
    status: "noticed",
    decision: { honours, by: [proposal.by, by], at },
    objections: { open: [], all: 0 },
    plan: { ...run.plan, Notice: [noticeUntilOf(at, zone)] },
  });
}

/** Everybody whose place a decision gives or takes. */
const concerned = (run: Extract<Run.Info, { status: "deciding" }>, honours: readonly Run.Honour[]): string[] =>
  [...run.outcome.places, ...honours].map(({ pseudonym }) => pseudonym);

/** Nobody decides about themselves, nor about whom they act for. @throws `award.own_case` */
export function requireForeign(pseudonyms: readonly string[], decider: Omit<Decider, "memberId">): void {
  if (isOneOf({ by: decider.pseudonym, deputyFor: decider.principal?.pseudonym }, pseudonyms))
    throw awardRefusal("award.own_case");
}

const sameHonours = (a: readonly Run.Honour[], b: readonly Run.Honour[]): boolean =>
  JSON.stringify(z.array(Run.Honour).parse(a)) === JSON.stringify(z.array(Run.Honour).parse(b));
