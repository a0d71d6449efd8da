import { needIdOf, type Open } from "./cover.ts";

/** An open need on one afternoon, of somebody whose shift is from 13 to 17 local time. */
export function openNeed(participantId = "mem_1", over: Partial<Open> = {}): Open {
  const cause = { activityId: "act_1", participantId, shiftId: `shf_${participantId}` };
  return {
    ...cause,
    id: needIdOf(cause),
    status: "open",
    postId: "counter",
    coverableBy: ["hotline"],
    departmentId: "sales",
    branchId: "north",
    from: "2026-03-07T05:00:00.000Z",
    to: "2026-03-07T09:00:00.000Z",
    declinedBy: [],
    openedAt: "2026-03-05T10:00:00.000Z",
    version: 1,
    ...over,
  };
}
