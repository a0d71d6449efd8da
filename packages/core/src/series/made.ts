import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
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

/** What of an activity follows its series: when it is, what it says, or whom it asks for what. */
export const PARTS = ["times", "text", "setup"] as const;
export type Part = (typeof PARTS)[number];

const timesOf = (sessions: readonly { startsAt: string; endsAt: string }[]) =>
  sessions.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));

/** What is said otherwise by a change of the activity; `setup` is fixed once it is published. */
const FIELDS = {
  text: [
    "title",
    "description",
    "place",
    "risks",
    "insurance",
    "contact",
    "programme",
    "purposes",
    "minimumPeople",
    "servedParty",
  ],
  setup: ["scope", "beneficiary", "audience", "surveyDays"],
} as const satisfies Partial<Record<Part, readonly (keyof Content)[]>>;
type Field = (typeof FIELDS)["text" | "setup"][number];

interface Posted {
  sessions: readonly {
    startsAt: string;
    endsAt: string;
    positions: readonly { name: string; headCount: number; requiredSkills: readonly string[] }[];
  }[];
}
type Described = Pick<Content, Field> & Posted;

const postsOf = ({ sessions }: Posted) =>
  sessions.map(({ positions }) =>
    positions.map(({ name, headCount, requiredSkills }) => ({ name, headCount, requiredSkills })),
  );

const pick = (described: Described, fields: readonly Field[]) => fields.map((field) => described[field] ?? null);

const partOf: Record<Part, (described: Described) => unknown> = {
  times: ({ sessions }) => timesOf(sessions),
  text: (described) => pick(described, FIELDS.text),
  setup: (described) => [pick(described, FIELDS.setup), postsOf(described)],
};

/** Where an activity differs from what a writing says of its day. */
export function differences(
  activity: Described,
  writing: Writing,
  { day, zone }: { day: string; zone: string },
): Part[] {
  const draft = draftOn(writing, day, zone);
  // As rows hold them: a field that is not said is no field.
  const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return PARTS.filter((part) => !isDeepStrictEqual(asStored(partOf[part](activity)), asStored(partOf[part](draft))));
}

/** What a change of an activity is, for it to say what its series says. */
export const revisionOf = ({ content }: Pick<Writing, "content">) => {
  const { contact = null, programme = null } = content;
  const { title, description, place, risks, insurance, purposes, minimumPeople, servedParty } = content;
  return { title, description, place, risks, insurance, purposes, minimumPeople, servedParty, contact, programme };
};

/** What an activity says otherwise than its series ever did: that was changed for it alone. */
export function ownParts(activity: Described, series: Series, on: { day: string; zone: string }): Part[] {
  const all = [writingOf(series), ...series.earlier].map((writing) => differences(activity, writing, on));
  return PARTS.filter((part) => all.every((found) => found.includes(part)));
}
