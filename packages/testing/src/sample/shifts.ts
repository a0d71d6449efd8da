import { dayOf } from "@yigong/core/lib/time.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import type { Info as Shift } from "@yigong/core/shift/shift.ts";
import { COUNTER } from "./units.ts";

/** A shift at the counter on the day of service, in local hours. */
export const shift = (
  number: number,
  member: number,
  [from, to]: readonly [string, string],
  over: Partial<Shift> = {},
): Shift => {
  const at = (time: string) => new Date(`2026-09-12T${time}:00+08:00`).toISOString();
  const startsAt = at(from);
  return {
    id: `shf_${String(number).padStart(26, "0")}` as Shift["id"],
    memberId: Sample.memberId(member),
    postId: COUNTER,
    startsAt,
    endsAt: at(to),
    coverableBy: [],
    day: dayOf(startsAt, "Asia/Shanghai"),
    ...over,
  };
};
