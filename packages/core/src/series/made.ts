import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Info as Activity } from "../activity/activity.ts";
import { Day, Instant } from "../lib/time.ts";
import { type Content, occurrenceOn, type Info as Series, sessionsOn, type Writing, writingOf } from "./series.ts";

/** What became of a visit when it was due: an activity, or why there is none. */
export const Info = z.discriminatedUnion("state", [
  z.object({ seriesId: z.string(), day: Day, at: Instant, state: z.literal("made"), activityId: z.string() }),
  z.object({ seriesId: z.string(), day: Day, at: Instant, state: z.literal("notMade"), code: z.string() }),
]);
export type Info = z.infer<typeof Info>;

const ID_LENGTH = 26;

/** The id of the activity of a visit: derived, so that making it twice is one activity. */
export function activityIdOf(seriesId: string, day: string): string {
  const digest = createHash("sha256").update(`${seriesId}\n${day}`).digest("hex");
  return `act_${BigInt(`0x${digest}`).toString(36).slice(0, ID_LENGTH).padStart(ID_LENGTH, "0")}`;
}

/** A visit as an organizer would describe it. @param zone - the alliance's */
export function draftOn(series: Writing, day: string, zone: string) {
  const { recruitUntil } = occurrenceOn(series, day, zone);
  return { ...series.content, sessions: sessionsOn(series, day, zone), recruitUntil };
}

/** What of an activity follows its series: when it is, or what it says. */
export type Part = "times" | "text";

const timesOf = (sessions: readonly { startsAt: string; endsAt: string }[]) =>
  sessions.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));

/** The fields of an activity that its series says; the plan of a proposal went its own way. */
const TEXT = [
  "title",
  "description",
  "place",
  "risks",
  "scope",
  "beneficiary",
  "programme",
  "purposes",
  "audience",
  "minimumPeople",
  "servedParty",
  "surveyDays",
] as const satisfies (keyof Content)[];
export type TextField = (typeof TEXT)[number];

type Described = Pick<Activity, TextField | "sessions">;

const postsOf = ({
  sessions,
}: {
  sessions: readonly { positions: readonly { name: string; headCount: number; requiredSkills: readonly string[] }[] }[];
}) =>
  sessions.map(({ positions }) =>
    positions.map(({ name, headCount, requiredSkills }) => ({ name, headCount, requiredSkills: [...requiredSkills] })),
  );

const textOf = (described: Pick<Described, TextField> & Parameters<typeof postsOf>[0]) => ({
  ...Object.fromEntries(TEXT.map((field) => [field, described[field]])),
  posts: postsOf(described),
});

/** Where an activity differs from what a writing says of its day. */
export function differences(
  activity: Described,
  writing: Writing,
  { day, zone }: { day: string; zone: string },
): Part[] {
  const draft = draftOn(writing, day, zone);
  const times = isDeepStrictEqual(timesOf(activity.sessions), timesOf(draft.sessions));
  const text = isDeepStrictEqual(JSON.stringify(textOf(activity)), JSON.stringify(textOf(draft)));
  return [...(times ? [] : (["times"] as const)), ...(text ? [] : (["text"] as const))];
}

/** What an activity says otherwise than its series ever did: that was changed for it alone. */
export function ownParts(activity: Described, series: Series, on: { day: string; zone: string }): Part[] {
  const all = [writingOf(series), ...series.earlier].map((writing) => differences(activity, writing, on));
  return (["times", "text"] as const).filter((part) => all.every((found) => found.includes(part)));
}
