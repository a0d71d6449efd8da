import { approvedOf, isOpen } from "@yigong/core/leave/leave.ts";
import { type Part, type PartRequest, partOf } from "@yigong/core/lib/keyset.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { findDutyStates } from "./find-exempt.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

type Who = Extract<Audience, { kind: "activity" }>["who"];

/** The audiences that places, duty and leave decide. `participants`: everybody who serves, waits, or is expected. */
export type PlaceAudience = Exclude<Who, "organizer" | "attended" | "stewards">;

/** An audience, of one session if there is one. */
export interface Placed {
  who: PlaceAudience;
  sessionId?: string | undefined;
}

/**
 * Who belongs to an audience of an activity at this moment, part by part in the order of ids.
 *
 * Who has asked for leave has answered, so reminders to the undecided leave them alone.
 */
export const membersOf =
  (
    deps: Pick<
      ParticipationDeps,
      "activities" | "dutyLists" | "participations" | "leaves" | "covers" | "aways" | "members" | "zone"
    >,
  ) =>
  async (activityId: string, { who, sessionId }: Placed, part: PartRequest): Promise<Part> => {
    const duty = ((await deps.dutyLists.find(activityId))?.memberIds ?? []).filter((id) => id > part.after);
    if (who === "dutyList") return partOf(duty, part.limit);
    const activity = await deps.activities.get(activityId);
    const { rows, next } = await deps.participations.after(activity, part);
    const isIn = (row: { sessionId: string }) => sessionId === undefined || row.sessionId === sessionId;
    if (who !== "undecided" && who !== "participants")
      return partOf(idsOf(rows.filter((row) => row.state === who && isIn(row))), part.limit, next);
    const memberIds = duty.filter((id) => next === undefined || id <= next);
    const leaves = await deps.leaves.of(activityId);
    const facts = { list: { memberIds }, participations: rows, onLeave: approvedOf(leaves) };
    const { states } = await findDutyStates(deps, activity, facts);
    const asking = new Set(leaves.filter(isOpen).map((leave) => leave.memberId));
    const undecided = memberIds.filter((id) => states.get(id) === "undecided");
    return who === "undecided"
      ? partOf(
          undecided.filter((id) => !asking.has(id)),
          part.limit,
          next,
        )
      : partOf([...idsOf(rows.filter((row) => isActive(row) && isIn(row))), ...undecided], part.limit, next);
  };

const idsOf = (rows: readonly { memberId: string }[]): string[] => rows.map(({ memberId }) => memberId);
