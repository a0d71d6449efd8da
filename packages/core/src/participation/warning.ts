import type { Info as Activity, Session } from "../activity/activity.ts";
import { fill, type Language } from "../language/catalogue.ts";
import { periodText } from "../language/when.ts";
import { overlaps } from "../lib/time.ts";
import { participationWarnings } from "./warning.words.ts";

/** What somebody is known to do at a time. */
export type Engagement =
  | { kind: "place"; from: string; to: string; activityId: string; title: string; place: string }
  | { kind: "cover" | "shift"; from: string; to: string };

const REASONS = ["travel", "travelCover", "travelShift", "onShift", "onShiftAlone"] as const;

/** What to mind about a session; it keeps nobody from signing up. */
export interface Warning {
  reason: (typeof REASONS)[number];
  params: Readonly<Record<string, string>>;
}

const MINUTE_MS = 60_000;

/** The whole minutes between two spans; 0 when they touch or share time. */
function minutesBetween(a: { from: string; to: string }, b: { from: string; to: string }): number {
  const gap = Math.max(Date.parse(b.from) - Date.parse(a.to), Date.parse(a.from) - Date.parse(b.to), 0);
  return Math.floor(gap / MINUTE_MS);
}

/** Whether two places are one: no way lies between them. */
export const isSamePlace = (one: string, other: string): boolean => called(one) === called(other);

/** A place as two people would write the same one: width, case and blanks do not count. */
const called = (place: string): string => place.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

const TRAVEL = { place: "travel", cover: "travelCover", shift: "travelShift" } as const;

interface Considered extends Pick<Session, "startsAt" | "endsAt"> {
  activity: Pick<Activity, "id" | "origin" | "place">;
  /** How many minutes the way between two places takes; 0 asks for none. */
  minutes: number;
}

/**
 * What to mind before somebody serves in a session: too little time for the way from or to what they do elsewhere, and their
 * own shift at that time. What overlaps a place or a cover blocks, and is no warning.
 *
 * @source docs/domain.md A6, Decision, travel
 */
export function warningsOf(
  { startsAt, endsAt, activity, minutes }: Considered,
  engagements: readonly Engagement[],
): Warning[] {
  const span = { from: startsAt, to: endsAt };
  return engagements.flatMap((one): Warning[] => {
    const otherPeriod = `${one.from}/${one.to}`;
    if (overlaps(span, one)) {
      if (one.kind !== "shift") return [];
      return [{ reason: activity.origin === "alliance" ? "onShift" : "onShiftAlone", params: { otherPeriod } }];
    }
    const gap = minutesBetween(span, one);
    if (gap >= minutes) return [];
    const params = { otherPeriod, gap: String(gap) };
    if (one.kind !== "place") return [{ reason: TRAVEL[one.kind], params }];
    if (one.activityId === activity.id || isSamePlace(one.place, activity.place)) return [];
    return [{ reason: "travel", params: { ...params, title: one.title, place: one.place } }];
  });
}

/**
 * A warning in words.
 *
 * @param whom - `warning` speaks to the person, `mark` about them; @param zone - the alliance's time zone
 */
export function warningText(
  { reason, params }: Warning,
  whom: "warning" | "mark",
  { language, zone }: { language: Language; zone: string },
): string {
  const spoken = Object.entries(params).map(([name, value]) => {
    const [from = "", to = ""] = value.split("/");
    return [name, name === "otherPeriod" ? periodText(language, from, to, { zone }) : value];
  });
  return fill(participationWarnings[language][`participation.${whom}.${reason}`], Object.fromEntries(spoken));
}
