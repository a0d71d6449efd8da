import type { Activity, Member } from "../../shared/api/routes.ts";

/** Whether somebody leads an activity on the spot: its organizer, or the alliance. The API decides; this only hides what it would refuse. */
export const leads = (
  me: Member | undefined,
  { organizerId, branchId }: Pick<Activity, "organizerId" | "branchId">,
): boolean =>
  me !== undefined &&
  (me.id === organizerId ||
    me.roles.some(
      ({ role, scope }) =>
        role === "alliance" && (scope.kind === "all" || (scope.kind === "branch" && scope.unitId === branchId)),
    ));
