import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, dayOf, Instant, yearOf } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { nominationRefusal } from "./nomination.refusals.ts";
import { byOrder, needsDraw, Ranked, seedFor } from "./ranking.ts";
import { MOST_SCORE } from "./score.ts";

export const Id = idOf("nom");
export type Id = z.infer<typeof Id>;

/** What is said of an external course and its places for one department. */
export const Writing = z.object({
  title: plainText(2, 120),
  /** Who holds it, outside of the company. */
  organizer: plainText(2, 120),
  about: plainText(2, 3000),
  startsOn: Day,
  endsOn: Day,
  departmentId: UnitId,
  places: z.int().min(1).max(100),
  /** All of the skills, and one of the posts where there are any. */
  requires: z.object({
    skills: z.array(plainText(1, 40)).max(20).default([]),
    postIds: z.array(UnitId).max(20).default([]),
  }),
  /** The skill whose certificate the course renews. */
  renews: plainText(1, 40).optional(),
  /** Where a draw takes its chance, and from when everybody can know it: candidates are put forward until then. */
  draw: z.object({ source: plainText(4, 300), knownFrom: Instant }),
});
export type Writing = z.infer<typeof Writing>;

export const Candidate = z.object({
  memberId: z.string(),
  /** The department's own, in hundredths of a point. */
  score: z.int().min(0).max(MOST_SCORE),
  by: z.string(),
  at: Instant,
});
export type Candidate = z.infer<typeof Candidate>;

/** Candidates that one offer can have: all are told by one message. */
export const MOST_CANDIDATES = 100;

const Base = Writing.extend({
  id: Id,
  createdAt: Instant,
  createdBy: z.string(),
  candidates: z.array(Candidate).max(MOST_CANDIDATES),
  drawn: z.object({ value: z.string(), by: z.string(), at: Instant }).optional(),
  version: z.int().nonnegative(),
});

/** Who gets the places: the whole sheet as it was, who decided, and why the order was left. */
export const Decision = z.object({
  by: z.string(),
  deputyFor: z.string().optional(),
  at: Instant,
  chosen: z.array(z.string()),
  byOrder: z.array(z.string()),
  reason: z.string().optional(),
  sheet: z.array(Ranked),
});
export type Decision = z.infer<typeof Decision>;

export const Info = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("open") }),
  Base.extend({ state: z.literal("decided"), decision: Decision }),
  Base.extend({
    state: z.literal("withdrawn"),
    withdrawn: z.object({ by: z.string(), at: Instant, reason: z.string() }),
  }),
]);
export type Info = z.infer<typeof Info>;
type Open = Extract<Info, { state: "open" }>;

interface Acting extends Party {
  /** ISO-8601 UTC. */
  at: string;
}

/** @throws `nomination.decided`, `nomination.withdrawn` */
export function requireOpen(held: Info): Open {
  if (held.state === "decided") throw nominationRefusal("nomination.decided", { at: held.decision.at });
  if (held.state === "withdrawn") throw nominationRefusal("nomination.withdrawn");
  return held;
}

/** Offers places, with the draw's source announced. @throws `nomination.ends_before_begin`, `nomination.draw_known` */
export function offer(writing: Writing, { id, by, at, zone }: Acting & { id: Id; zone: string }): Open {
  const { startsOn, endsOn, draw } = writing;
  if (endsOn < startsOn) throw nominationRefusal("nomination.ends_before_begin");
  if (draw.knownFrom <= at || dayOf(draw.knownFrom, zone) >= startsOn) throw nominationRefusal("nomination.draw_known");
  return { ...writing, id, createdAt: at, createdBy: by, candidates: [], version: 0, state: "open" };
}

/**
 * Puts candidates forward as a whole list, until the draw can be known. A score that stays keeps who gave it.
 *
 * @throws `edit.changed`, `nomination.decided`, `nomination.withdrawn`, `nomination.closed`, `nomination.own_score`
 */
export function putForward(
  held: Info,
  candidates: readonly Pick<Candidate, "memberId" | "score">[],
  { version, by, deputyFor, at }: Acting & { version: number },
): Open {
  requireVersion(held, version);
  const open = requireOpen(held);
  const { knownFrom } = open.draw;
  if (at >= knownFrom) throw nominationRefusal("nomination.closed", { at: knownFrom });
  const before = new Map(open.candidates.map((one) => [one.memberId, one]));
  const after = new Map(candidates.map((one) => [one.memberId, one]));
  const touched = [...new Set([...before.keys(), ...after.keys()])].filter(
    (memberId) => before.get(memberId)?.score !== after.get(memberId)?.score,
  );
  requireOther({ by, deputyFor }, touched, () => nominationRefusal("nomination.own_score"));
  if (touched.length === 0) return open;
  const kept = ({ memberId, score }: Pick<Candidate, "memberId" | "score">): Candidate => {
    const known = before.get(memberId);
    return known?.score === score ? known : { memberId, score, by, at };
  };
  return { ...open, candidates: [...after.values()].map(kept) };
}

/** Enters what the announced source said, once. @throws `nomination.value_unknown`, `nomination.value_entered`, those of `requireOpen` */
export function enterDraw(held: Info, { value, by, at }: Acting & { value: string }): Open {
  const open = requireOpen(held);
  const { knownFrom } = open.draw;
  if (at < knownFrom) throw nominationRefusal("nomination.value_unknown", { at: knownFrom });
  if (open.drawn?.value === value) return open;
  if (open.drawn) throw nominationRefusal("nomination.value_entered", { value: open.drawn.value });
  return { ...open, drawn: { value, by, at } };
}

/** The seed of an offer's draw, once its source has said something. @param zone - whose year it is of */
export function seedOfDraw({ id, draw, drawn }: Info, zone: string): string | undefined {
  if (!drawn) return undefined;
  return seedFor({ year: yearOf(draw.knownFrom, zone), nominationId: id, source: draw.source, value: drawn.value });
}

/** Who may decide: the department's head, or the alliance in their stead. */
export interface Deciders {
  headId: string | undefined;
  department: string;
  /** The one who decides acts for the alliance. */
  isAlliance: boolean;
}

/**
 * Gives the places, once the list has closed; leaving the order asks for a reason.
 *
 * @param sheet - the candidates in their order
 * @throws `edit.changed`, those of `requireOpen`, `nomination.own`, `nomination.head_decides`, `nomination.too_early`,
 * `nomination.no_candidates`, `nomination.not_candidate`, `nomination.too_many`, `nomination.draw_due`, `nomination.reason_due`
 * @source docs/domain.md T4
 */
export function decide(
  held: Info,
  { chosen, reason, version }: { chosen: readonly string[]; reason?: string | undefined; version: number },
  { sheet, deciders, by, deputyFor, at }: Acting & { sheet: readonly Ranked[]; deciders: Deciders },
): Info {
  const open = requireOpen(held);
  requireVersion(held, version);
  requireDecider(open, deciders, { by, deputyFor });
  const { draw, places } = open;
  if (at < draw.knownFrom) throw nominationRefusal("nomination.too_early", { at: draw.knownFrom });
  if (sheet.length === 0) throw nominationRefusal("nomination.no_candidates");
  const picked = new Set(chosen);
  const known = new Set(sheet.map(({ memberId }) => memberId));
  if ([...picked].some((memberId) => !known.has(memberId))) throw nominationRefusal("nomination.not_candidate");
  if (picked.size > places) throw nominationRefusal("nomination.too_many", { places });
  if (needsDraw(sheet, places)) throw nominationRefusal("nomination.draw_due");
  const ordered = byOrder(sheet, places);
  const isByOrder = ordered.length === picked.size && ordered.every((memberId) => picked.has(memberId));
  if (!isByOrder && !reason) throw nominationRefusal("nomination.reason_due");
  return {
    ...open,
    state: "decided",
    decision: {
      ...{ by, at, byOrder: ordered, sheet: [...sheet] },
      ...(deputyFor === undefined ? {} : { deputyFor }),
      chosen: sheet.flatMap(({ memberId }) => (picked.has(memberId) ? memberId : [])),
      ...(isByOrder ? {} : { reason }),
    },
  };
}

function requireDecider({ candidates }: Open, { headId, department, isAlliance }: Deciders, party: Party): void {
  const ids = candidates.map(({ memberId }) => memberId);
  requireOther(party, ids, () => nominationRefusal("nomination.own"));
  if (party.by === headId) return;
  const isInStead = isAlliance && (headId === undefined || ids.includes(headId));
  if (!isInStead) throw nominationRefusal("nomination.head_decides", { department });
}

/** Withdraws an offer with a reason. @throws `edit.changed`, those of `requireOpen` */
export function withdraw(held: Info, { by, at, reason, version }: Acting & { reason: string; version: number }): Info {
  const open = requireOpen(held);
  requireVersion(held, version);
  return { ...open, state: "withdrawn", withdrawn: { by, at, reason } };
}
