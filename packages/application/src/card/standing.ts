import { startOf } from "@yigong/core/activity/activity.ts";
import type * as Card from "@yigong/core/card/card.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import type * as Leave from "@yigong/core/leave/leave.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { CardDeps } from "./card-stores.ts";

/** How a question stands for one person: whether they can still answer it, until when, or what became of it. */
export type Standing = { state: "open"; round: string; until: string } | { state: "over"; outcome: Card.Outcome };

/** A question as one person was asked it; `round` when they were asked already. */
export interface Asked extends Card.Question {
  memberId: string;
  round?: string | undefined;
}

const over = (code: Card.Outcome["code"], by?: string): Standing => ({
  state: "over",
  outcome: { code, ...(by === undefined || by === "system" ? {} : { by }) },
});
const open = (round: string, until: string): Standing => ({ state: "open", round, until });

/** A request that was escalated is another asking: the alliance's, no longer the branch's. */
function leaveStands(leave: Leave.Info, round: string | undefined, startsAt: string): Standing {
  const number = leave.earlier.length + 1;
  const [asked = number, of = leave.status] = round?.split(".") ?? [];
  const earlier = leave.earlier[Number(asked) - 1];
  if (earlier) return over(earlier.status, earlier.status === "refused" ? earlier.by : undefined);
  if (leave.status === "approved" || leave.status === "refused") return over(leave.status, leave.decision.by);
  if (leave.status === "withdrawn") return over("withdrawn");
  return of === leave.status ? open(`${number}.${leave.status}`, startsAt) : over("escalated");
}

const GONE = {
  declined: "declined",
  droppedOut: "declined",
  silence: "expired",
  notConfirmed: "notConfirmed",
} as const;

const goneFrom = (need: Cover.Info, memberId: string): Card.Outcome["code"] | undefined => {
  const how = need.declinedBy.findLast((one) => one.memberId === memberId)?.how;
  return how && GONE[how];
};

function coverStands(need: Cover.Info, memberId: string, at: string): Standing {
  if (need.status === "void") return over(need.reason === "activityCancelled" ? "cancelled" : "over");
  if (need.status === "offered" && need.memberId === memberId)
    return at < need.expiresAt ? open(need.offeredAt, need.expiresAt) : over("expired");
  if (Cover.isHeld(need) && need.memberId === memberId) return over("accepted", memberId);
  const gone = goneFrom(need, memberId);
  return gone ? over(gone, memberId) : over(Cover.isHeld(need) ? "taken" : "over");
}

function confirmationStands(need: Cover.Info, round: string | undefined): Standing {
  if (need.status === "void") return over(need.reason === "activityCancelled" ? "cancelled" : "over");
  if (!Cover.isHeld(need) || (round !== undefined && round !== need.memberId)) {
    const gone = round === undefined ? undefined : goneFrom(need, round);
    return over(gone === "declined" ? "withdrawn" : (gone ?? "over"));
  }
  return need.status === "confirmed" ? over("confirmed", need.confirmedBy) : open(need.memberId, need.from);
}

async function offerStands(deps: CardDeps, { activityId, memberId, subjectId }: Asked, at: string): Promise<Standing> {
  const activity = await deps.activities.get(activityId);
  const row = (await deps.participations.ofMember(activity, memberId)).find((one) => one.sessionId === subjectId);
  switch (row?.state) {
    case "offered":
      return at < row.expiresAt ? open(row.expiresAt, row.expiresAt) : over("expired");
    case "placed":
      return over("accepted", memberId);
    case "withdrawn":
      return row.cause === "own" ? over("declined", memberId) : over("over");
    case "waiting":
      return over(row.passedAt === undefined ? "over" : "expired");
    default:
      return over("over");
  }
}

async function stands(deps: CardDeps, asked: Asked, at: string): Promise<Standing> {
  const { activityId, subjectId, memberId, round } = asked;
  if ((await deps.lifecycles.get(activityId)).status === "cancelled") return over("cancelled");
  switch (asked.kind) {
    case "leave": {
      const [leave, activity] = await Promise.all([
        deps.leaves.get(activityId, subjectId),
        deps.activities.get(activityId),
      ]);
      return leaveStands(leave, round, startOf(activity));
    }
    case "cover":
      return coverStands(await deps.covers.get(activityId, subjectId), memberId, at);
    case "coverConfirmation":
      return confirmationStands(await deps.covers.get(activityId, subjectId), round);
    case "offer":
      return offerStands(deps, asked, at);
  }
}

/** How a question stands, by the rows of now. @param at - ISO-8601 UTC */
export async function standingOf(deps: CardDeps, asked: Asked, at: string): Promise<Standing> {
  try {
    const standing = await stands(deps, asked, at);
    // Asked anew meanwhile: that asking has a card of its own.
    const isLater = standing.state === "open" && asked.round !== undefined && standing.round !== asked.round;
    return isLater ? over("over") : standing;
  } catch (error) {
    if (error instanceof Refusal && error.kind === "missing") return over("over");
    throw error;
  }
}
