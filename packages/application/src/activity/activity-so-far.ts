import * as Activity from "@yigong/core/activity/activity.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import { Wishes } from "@yigong/core/proposal/proposal.ts";
import * as z from "zod";

const Typed = z.string().max(4000);
const Audience = z.object({ branchIds: z.array(UnitId).max(100), teamIds: z.array(UnitId).max(100) });
const Position = z.object({ name: Typed, headCount: z.int(), requiredSkills: z.array(Typed).max(10) });
const Session = z.object({ startsAt: Instant, endsAt: Instant, positions: z.array(Position.partial()).max(20) });

/** What somebody has typed so far of a `NewActivity`: each field may be missing yet, or be too short. */
export const ActivitySoFar = z
  .object({
    title: Typed,
    description: Typed,
    place: Typed,
    risks: Typed,
    insurance: z.object({ kind: Activity.Insurance.shape.kind, text: Typed.optional() }),
    contact: z.object({ name: Typed, phone: Typed }).partial(),
    origin: Activity.Origin,
    scope: Activity.Draft.shape.scope,
    beneficiary: Activity.Draft.shape.beneficiary,
    programme: Typed,
    purposes: Activity.Draft.shape.purposes,
    branchId: UnitId,
    teamId: UnitId,
    audience: Audience.partial(),
    minimumPeople: z.int(),
    servedParty: z.object({ kind: z.enum(["definite", "none"]), description: Typed, reason: Typed }).partial(),
    recruitUntil: Instant,
    coverUntil: Instant,
    surveyDays: z.int(),
    campaignId: z.string().max(64),
    sessions: z.array(Session.partial()).max(20),
    proposal: z.object({ plan: Typed, wishes: Wishes.partial() }).partial(),
  })
  .partial();
export type ActivitySoFar = z.output<typeof ActivitySoFar>;

/** What is not said yet speaks against nothing: a start after all instants, a deadline before them. */
const [NEVER, LATER, LONG_AGO] = ["9998-01-01T00:00:00.000Z", "9999-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"];
const ID = "0".repeat(26);

/** An activity with what is missing left open, and whether its dates are complete. */
export interface Considered {
  activity: Activity.Info;
  isDated: boolean;
}

/** Reads what was typed as an activity that the rules can look at. */
export function considered(draft: ActivitySoFar, { memberId, at }: { memberId: string; at: string }): Considered {
  const { sessions = [], audience = {}, servedParty = {}, purposes = [], proposal: _, contact: __, ...rest } = draft;
  const { title = "", place = "", risks = "", origin = "alliance", scope = "general" } = rest;
  const { beneficiary = "society", minimumPeople = 0, recruitUntil = LONG_AGO, surveyDays = 14 } = rest;
  const isDated =
    rest.recruitUntil !== undefined &&
    sessions.length > 0 &&
    sessions.every(({ startsAt, endsAt }) => startsAt !== undefined && endsAt !== undefined);
  const { description = "", reason = "" } = servedParty;
  const activity: Activity.Info = {
    ...rest,
    ...{ title, place, risks, origin, scope, beneficiary, minimumPeople, recruitUntil, purposes },
    description: rest.description ?? "",
    surveyDays: Math.min(60, Math.max(1, surveyDays)),
    audience: { branchIds: audience.branchIds ?? [], teamIds: audience.teamIds ?? [] },
    servedParty: servedParty.kind === "none" ? { kind: "none", reason } : { kind: "definite", description },
    id: Activity.Id.parse(`act_${ID}`),
    organizerId: memberId,
    sessions: sessions.map(({ startsAt = NEVER, endsAt = LATER, positions = [] }) => ({
      id: Activity.SessionId.parse(`ses_${ID}`),
      startsAt,
      endsAt,
      positions: positions.map(({ name = "", headCount = 0, requiredSkills = [] }) => ({
        id: Activity.PositionId.parse(`pos_${ID}`),
        name,
        headCount,
        requiredSkills,
      })),
    })),
    createdAt: at,
    version: 0,
  };
  return { activity, isDated };
}

/** The sessions whose times are both said. */
export const spansOf = ({ sessions }: Activity.Info): { from: string; to: string }[] =>
  sessions.flatMap(({ startsAt: from, endsAt: to }) => (from < to && to < NEVER ? [{ from, to }] : []));
