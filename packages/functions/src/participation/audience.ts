import { approvedOf, isOpen } from "@yigong/core/leave/leave.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import { dutyStates } from "@yigong/core/participation/duty.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { ParticipationDeps } from "./deps.ts";

type Who = Extract<Audience, { kind: "activity" }>["who"];

/** The audiences that places, duty and leave decide. `participants`: everybody who serves, waits, or is expected. */
export type PlaceAudience = Exclude<Who, "organizer" | "attended">;

/**
 * Who belongs to an audience of an activity at this moment, in the order of ids.
 *
 * Who has asked for leave has answered, so reminders to the undecided leave them alone.
 */
export const membersOf =
  (deps: Pick<ParticipationDeps, "activities" | "dutyLists" | "participations" | "leaves">) =>
  async (activityId: string, who: PlaceAudience): Promise<string[]> => {
    const list = (await deps.dutyLists.find(activityId)) ?? { memberIds: [] };
    if (who === "dutyList") return [...list.memberIds];
    const rows = await deps.participations.of(await deps.activities.get(activityId));
    if (who !== "undecided" && who !== "participants") return distinct(rows.filter((row) => row.state === who));
    const leaves = await deps.leaves.of(activityId);
    const states = dutyStates({ list, participations: rows, onLeave: approvedOf(leaves) });
    const asking = new Set(leaves.filter(isOpen).map((leave) => leave.memberId));
    const undecided = list.memberIds.filter((id) => states.get(id) === "undecided");
    if (who === "undecided") return undecided.filter((id) => !asking.has(id));
    return distinct([...rows.filter(isActive), ...undecided.map((memberId) => ({ memberId }))]);
  };

const distinct = (rows: readonly { memberId: string }[]): string[] =>
  [...new Set(rows.map((row) => row.memberId))].sort();
