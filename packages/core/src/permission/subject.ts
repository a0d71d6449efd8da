import type { Subject } from "./policy.ts";

interface Organized {
  organizerId?: string | undefined;
  branchId?: string | undefined;
  teamId?: string | undefined;
}

/** An activity as a permission's subject: its organizer owns it; roles of its branch and of its team reach it. */
export const activitySubject = ({ organizerId, branchId, teamId }: Organized): Subject => ({
  ownerId: organizerId,
  branchId,
  teamIds: teamId ? [teamId] : [],
});

/** An activity as the subject of what no role of its team reaches: running it, its attendances, covers and corrections. */
export const activitySubjectBeyondTeam = ({ organizerId, branchId }: Organized): Subject => ({
  ownerId: organizerId,
  branchId,
});
