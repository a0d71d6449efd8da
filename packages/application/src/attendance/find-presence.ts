import { presenceOf } from "@yigong/core/attendance/outcome.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { FindPresence } from "../participation/list-people.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { ownAttendances } from "./own-attendances.ts";

/** Finds who was present in an activity. */
export const findPresence =
  (deps: Pick<AttendanceDeps, "attendances" | "lifecycles">): FindPresence =>
  async (activityId, one) => {
    const lifecycle = one?.lifecycle ?? (await deps.lifecycles.get(activityId, recent));
    if (!outcomeOf(lifecycle, "Execute")) return undefined;
    return presenceOf(await (one ? ownAttendances(deps, one.activity, one.memberId) : deps.attendances.of(activityId)));
  };
