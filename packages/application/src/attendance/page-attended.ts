import { presenceOf } from "@yigong/core/attendance/outcome.ts";
import { type Part, type PartRequest, partOf } from "@yigong/core/lib/keyset.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/**
 * Lists who was present in some session of an activity, part by part in the order of ids.
 *
 * Each session is read from the same id on; what lies beyond the shortest of the pages waits for the next part.
 */
export const pageAttended =
  (deps: Pick<AttendanceDeps, "activities" | "attendances">) =>
  async (activityId: string, part: PartRequest): Promise<Part> => {
    const { sessions } = await deps.activities.get(activityId);
    const keys = sessions.map(({ id: sessionId }) => ({ activityId, sessionId }));
    const found = await Promise.all(keys.map((key) => deps.attendances.after(key, part)));
    const [until] = found.flatMap(({ next }) => next ?? []).sort();
    const rows = found.flatMap((one) => one.rows);
    const seen = rows.filter(({ memberId }) => until === undefined || memberId <= until);
    return partOf([...presenceOf(seen).present], part.limit, until);
  };
