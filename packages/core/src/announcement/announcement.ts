import * as z from "zod";
import { Info as Activity } from "../activity/activity.ts";
import { instantText, type Language, periodText, text } from "../language/index.ts";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";

export const Id = idOf("ann");
export type Id = z.infer<typeof Id>;

/** What an announcement says of its activity: a copy, since it stays readable as it was published. @source docs/domain.md A3 */
export const Content = Activity.pick({
  title: true,
  description: true,
  place: true,
  risks: true,
  origin: true,
  sessions: true,
  recruitUntil: true,
});
export type Content = z.infer<typeof Content>;

const Base = z.object({
  id: Id,
  activityId: z.string(),
  /** 1 for the first one; extending or rescheduling publishes the next. */
  revision: z.int().positive(),
  content: Content,
  createdAt: Instant,
});

/** A recruitment notice: on its way to the office system, published there, or refused by it with a code. */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("queued") }),
  Base.extend({ status: z.literal("published"), publishedAt: Instant }),
  Base.extend({ status: z.literal("refused"), refusedAt: Instant, code: z.string() }),
]);
export type Info = z.infer<typeof Info>;

/** The id of an announcement: derived, so that opening recruitment twice announces once. */
export const idFor = (activityId: string, revision: number): Id =>
  Id.parse(`ann_${activityId.slice(-22)}${String(revision).padStart(4, "0")}`);

/** Announces an activity as it stands. */
export const compose = (activity: Activity, { revision, at }: { revision: number; at: string }): Info => ({
  id: idFor(activity.id, revision),
  activityId: activity.id,
  revision,
  content: Content.parse(activity),
  createdAt: at,
  status: "queued",
});

/** Notes that the office system took it. Said again, it stays as it was. */
export const publish = (announcement: Info, at: string): Info =>
  announcement.status === "published" ? announcement : { ...base(announcement), status: "published", publishedAt: at };

/** Notes that the office system refused it for good; people still read it here. */
export const refuse = (announcement: Info, code: string, at: string): Info =>
  announcement.status === "queued" ? { ...base(announcement), status: "refused", refusedAt: at, code } : announcement;

const base = ({ id, activityId, revision, content, createdAt }: Info) => ({
  id,
  activityId,
  revision,
  content,
  createdAt,
});

/** An announcement as text: a title and paragraphs. */
export interface Rendered {
  title: string;
  paragraphs: string[];
  /** What is shortened first where there is not room for all, and down to how many bytes. */
  givesWay: { part: number | "title"; atLeast: number }[];
}

/** The paragraphs in their order. */
const PART = { description: 0, origin: 1, place: 2, sessions: 3, risks: 4, duty: 5, deadline: 6 } as const;

/** What people decide by stays longest: place, times, risks, and until when. */
const GIVES_WAY: Rendered["givesWay"] = [
  { part: PART.description, atLeast: 0 },
  { part: PART.origin, atLeast: 36 },
  { part: PART.risks, atLeast: 360 },
  { part: PART.sessions, atLeast: 450 },
  { part: "title", atLeast: 180 },
  { part: PART.place, atLeast: 180 },
  { part: PART.duty, atLeast: 36 },
];

/**
 * Words an announcement: what it is, where, when, which posts, the risks, until when, and what is asked of whom.
 *
 * @param zone - the alliance's zone
 * @source 志愿服务条例 (State Council Order 685): recruitment states the risks
 */
export function render(language: Language, { content, revision, createdAt }: Info, zone: string): Rendered {
  const { title, description, place, risks, origin, sessions, recruitUntil } = content;
  const setting = { zone, asOf: createdAt };
  const sessionLines = sessions.map(({ startsAt, endsAt, positions }) =>
    text(language, "announcement.session", {
      period: periodText(language, startsAt, endsAt, setting),
      positions: positions
        .map((position) => positionText(language, position))
        .join(text(language, "announcement.listMark")),
    }),
  );
  return {
    givesWay: GIVES_WAY,
    title:
      revision === 1
        ? text(language, "announcement.title", { title })
        : text(language, "announcement.titleRevised", { title, revision }),
    paragraphs: [
      description,
      text(language, "announcement.origin", { origin: text(language, `activity.origin.${origin}`) }),
      text(language, "announcement.place", { place }),
      [text(language, "announcement.sessions"), ...sessionLines].join("\n"),
      text(language, "announcement.risks", { risks }),
      text(language, origin === "alliance" ? "announcement.duty" : "announcement.free"),
      text(language, "announcement.deadline", { recruitUntil: instantText(language, recruitUntil, setting) }),
    ],
  };
}

type Position = Content["sessions"][number]["positions"][number];

function positionText(language: Language, { name, headCount, requiredSkills }: Position): string {
  if (requiredSkills.length === 0) return text(language, "announcement.position", { name, headCount });
  const skills = requiredSkills.join(text(language, "announcement.listMark"));
  return text(language, "announcement.positionSkilled", { name, headCount, skills });
}
