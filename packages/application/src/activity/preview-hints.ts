import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { startOf } from "@yigong/core/activity/activity.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { planOf } from "@yigong/core/lifecycle/plan.ts";
import { type Considered, spansOf } from "./activity-so-far.ts";
import type { Asked } from "./find-asked.ts";
import type { Worded } from "./preview-steps.ts";

/** Something to mind that refuses nothing. */
export interface Hint extends Worded {
  path: string;
}

/** What was counted around a description. */
export interface Counted {
  asked: readonly Asked[];
  known: (skill: string) => boolean;
  places: number;
  sameTime: number;
  onShift: number;
  /** Activities elsewhere that leave too little time for the way. */
  near: number;
  /** What the way takes. */
  minutes: number;
}

/** A reminder is sent a day before recruiting ends. */
const SHORT_RECRUITING_HOURS = 24;
/** Half a day is what cover has when nothing else is said. */
const SHORT_COVER_HOURS = 12;
/** A session that lasts longer is more likely a slip of the hand. */
export const LONG_SESSION_DAYS = 14;

/** How many of those asked have a skill. */
export const skilled = (asked: readonly Asked[], skill: string): number =>
  asked.filter(({ skills }) => skills.has(skill)).length;

const hoursBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 3_600_000);

function* dateHints(activity: Activity, isSound: boolean, { at, zone }: Setting): Generator<Hint> {
  for (const [index, { startsAt, endsAt }] of activity.sessions.entries()) {
    if (startsAt <= at) yield { path: `sessions.${index}.startsAt`, key: "activity.hint.startPast" };
    if (
      startsAt < endsAt &&
      spansOf(activity).some(({ from, to }) => from === startsAt && hoursBetween(from, to) > LONG_SESSION_DAYS * 24)
    )
      yield { path: `sessions.${index}.endsAt`, key: "activity.hint.longSession", values: { days: LONG_SESSION_DAYS } };
  }
  if (!isSound) return;
  const { recruitUntil, origin } = activity;
  if (recruitUntil > at && recruitUntil < plusHours(at, SHORT_RECRUITING_HOURS))
    yield { path: "recruitUntil", key: "activity.hint.shortRecruiting" };
  const hours = hoursBetween(recruitUntil, planOf(activity, zone).Cover.at(-1) ?? startOf(activity));
  if (origin === "alliance" && hours < SHORT_COVER_HOURS)
    yield { path: "coverUntil", key: "activity.hint.shortCover", values: { hours } };
}

function* skillHints({ sessions }: Activity, { asked, known }: Counted): Generator<Hint> {
  for (const [session, { positions }] of sessions.entries())
    for (const [at, { name, headCount: count, requiredSkills }] of positions.entries())
      for (const skill of new Set(requiredSkills)) {
        const path = `sessions.${session}.positions.${at}.requiredSkills`;
        const people = skilled(asked, skill);
        if (!known(skill)) yield { path, key: "activity.hint.noSkill", values: { skill } };
        else if (people < count)
          yield { path, key: "activity.hint.fewSkilled", values: { position: name, count, skill, people } };
      }
}

interface Setting {
  at: string;
  zone: string;
}

/** What to mind about a description: none of it keeps it from being started. @param isSound - its dates are there and in order */
export function hintsOf(
  { activity, isDated }: Considered,
  counted: Counted,
  { isSound, ...setting }: Setting & { isSound: boolean },
): Hint[] {
  const { asked, places, sameTime, onShift, near, minutes } = counted;
  const hints: Hint[] = [...dateHints(activity, isDated && isSound, setting), ...skillHints(activity, counted)];
  const most = Math.max(0, ...activity.sessions.map((session) => headCountOf(session)));
  if (asked.length === 0) hints.push({ path: "audience", key: "activity.hint.nobodyAsked" });
  else if (most > asked.length)
    hints.push({ path: "audience", key: "activity.hint.fewAsked", values: { places: most, asked: asked.length } });
  if (isDated && !activity.insurance) hints.push({ path: "insurance", key: "activity.hint.noInsurance" });
  const duty = asked.filter(({ onDuty }) => onDuty).length;
  if (places > 0 && duty > places)
    hints.push({ path: "sessions", key: "activity.hint.moreDuty", values: { duty, places } });
  if (sameTime > 0) hints.push({ path: "sessions", key: "activity.hint.clash", values: { count: sameTime } });
  if (near > 0) hints.push({ path: "sessions", key: "activity.hint.travel", values: { count: near, minutes } });
  if (onShift > 0 && activity.origin === "alliance")
    hints.push({ path: "sessions", key: "activity.hint.shifts", values: { people: onShift } });
  return places === 0 ? hints.filter(({ key }) => key !== "activity.hint.fewAsked") : hints;
}

const headCountOf = ({ positions }: Activity["sessions"][number]): number =>
  positions.reduce((sum, { headCount }) => sum + headCount, 0);
