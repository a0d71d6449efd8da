import type { AttendanceDeps } from "@yigong/application/attendance/attendance-stores.ts";
import type { PlaceFault } from "@yigong/application/attendance/find-place-fault.ts";
import { type Entrance, whenShown } from "@yigong/application/attendance/look-at-check-in.ts";
import { CHECK_IN_BEFORE_HOURS } from "@yigong/core/attendance/attendance.ts";
import { type Language, text } from "@yigong/core/language/index.ts";
import { instantText, type Setting } from "@yigong/core/language/when.ts";
import { plusHours } from "@yigong/core/lib/time.ts";

/** Why nobody was checked in; instants are ISO-8601 UTC. */
export type No =
  | { why: "tooEarly"; opensAt: string }
  | { why: "over"; endsAt: string }
  | { why: "shownEarlier"; shownAt: string }
  | { why: "tooMany"; until: string }
  | { why: "otherPerson"; name: string }
  | { why: PlaceFault | "closed" | "cancelled" | "wrong" | "foreign" | "unknown" | "unavailable" };

/** What a refusal at the entrance of a session is about. */
export function noOf(
  deps: Pick<AttendanceDeps, "secrets">,
  { entrance: { activity, session, refusal }, code, at }: { entrance: Entrance; code: string; at: string },
): No {
  const { place, until } = (refusal?.cause ?? {}) as { place?: PlaceFault; until?: string };
  if (place !== undefined) return { why: place };
  if (until !== undefined) return { why: "tooMany", until };
  switch (refusal?.code) {
    case "attendance.too_early":
      return { why: "tooEarly", opensAt: plusHours(session.startsAt, -CHECK_IN_BEFORE_HOURS) };
    case "attendance.session_over":
      return { why: "over", endsAt: session.endsAt };
    case "attendance.closed":
      return { why: "closed" };
    case "attendance.code_invalid": {
      const shownAt = whenShown(deps, { ...session, activityId: activity.id }, { code, at });
      return shownAt === undefined ? { why: "wrong" } : { why: "shownEarlier", shownAt };
    }
    default:
      return { why: "unavailable" };
  }
}

/** The same in words, with the way on. */
export function wordsOf(language: Language, no: No, setting: Setting): string {
  const when = (instant: string) => instantText(language, instant, setting);
  switch (no.why) {
    case "tooEarly":
      return text(language, "attendance.checkIn.no.tooEarly", { opensAt: when(no.opensAt) });
    case "over":
      return text(language, "attendance.checkIn.no.over", { endsAt: when(no.endsAt) });
    case "shownEarlier":
      return text(language, "attendance.checkIn.no.shownEarlier", { shownAt: when(no.shownAt) });
    case "tooMany":
      return text(language, "attendance.checkIn.no.tooMany", { until: when(no.until) });
    case "otherPerson":
      return text(language, "attendance.checkIn.no.otherPerson", { name: no.name });
    default:
      return text(language, `attendance.checkIn.no.${no.why}`);
  }
}
