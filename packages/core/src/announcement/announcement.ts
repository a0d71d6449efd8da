import * as z from "zod";
import { Info as Activity, endOf } from "../activity/activity.ts";
import { instantText, type Language, periodText, type Setting, text } from "../language/index.ts";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";
import { changeLines } from "./change.ts";

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
  insurance: true,
  contact: true,
}).extend({
  /** The whole activity is not held. */
  cancelled: z.object({ reason: z.string() }).optional(),
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
export const compose = (
  activity: Activity,
  { revision, at, cancelled }: { revision: number; at: string; cancelled?: { reason: string } | undefined },
): Info => ({
  id: idFor(activity.id, revision),
  activityId: activity.id,
  revision,
  content: Content.parse(cancelled ? { ...activity, cancelled } : activity),
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

/** Until when a notice is worth being put on a board: the first one while people can sign up, later ones until the end. */
export const worthUntil = ({ revision, content }: Pick<Info, "revision" | "content">): string =>
  revision === 1 ? content.recruitUntil : endOf(content);

/** The paragraphs of a notice; those that say nothing are left out. */
type Part =
  | "changes"
  | "description"
  | "origin"
  | "place"
  | "sessions"
  | "risks"
  | "insurance"
  | "contact"
  | "duty"
  | "deadline";

/** What people decide by stays longest: what changed, place, times, risks, and until when. */
const GIVES_WAY: readonly { part: Part | "title"; atLeast: number }[] = [
  { part: "description", atLeast: 0 },
  { part: "origin", atLeast: 36 },
  { part: "insurance", atLeast: 90 },
  { part: "risks", atLeast: 360 },
  { part: "changes", atLeast: 180 },
  { part: "sessions", atLeast: 450 },
  { part: "title", atLeast: 180 },
  { part: "contact", atLeast: 90 },
  { part: "place", atLeast: 180 },
  { part: "duty", atLeast: 36 },
];

/**
 * Words an announcement: what changed, what it is, where, when, which posts, the risks, until when, and what is asked of whom.
 *
 * @param zone - the alliance's zone
 * @param before - the revision before, whose changes are said first
 * @source 志愿服务条例 (State Council Order 685): recruitment states risks and insurance
 */
export function render(language: Language, announced: Info, zone: string, before?: Info): Rendered {
  const parts = partsOf(language, announced, zone);
  const changes = before ? changesBetween(language, before, announced, zone) : [];
  const said: Partial<Record<Part, string>> = {
    ...(changes.length === 0 ? {} : { changes: [text(language, "announcement.changes"), ...changes].join("\n") }),
    ...parts,
  };
  const names = Object.keys(said);
  return {
    givesWay: GIVES_WAY.flatMap(({ part, atLeast }): Rendered["givesWay"] => {
      if (part === "title") return [{ part, atLeast }];
      const at = names.indexOf(part);
      return at < 0 ? [] : [{ part: at, atLeast }];
    }),
    title: titleOf(language, announced),
    paragraphs: Object.values(said),
  };
}

/** What a revision says otherwise than the one before, one line a change. */
export const changesBetween = (
  language: Language,
  before: Info,
  { content, createdAt }: Info,
  zone: string,
): string[] => changeLines(language, before.content, content, { zone, asOf: createdAt });

function titleOf(language: Language, { revision, content: { title, cancelled } }: Info): string {
  if (cancelled) return text(language, "announcement.titleCancelled", { title });
  if (revision === 1) return text(language, "announcement.title", { title });
  return text(language, "announcement.titleRevised", { title, revision });
}

/** What a notice says by itself, part by part in the order of the notice. */
function partsOf(language: Language, { content, createdAt }: Info, zone: string): Partial<Record<Part, string>> {
  const { description, place, risks, origin, recruitUntil, insurance, contact, cancelled } = content;
  const setting = { zone, asOf: createdAt };
  return {
    description,
    origin: text(language, "announcement.origin", { origin: text(language, `activity.origin.${origin}`) }),
    place: text(language, "announcement.place", { place }),
    sessions: [text(language, "announcement.sessions"), ...sessionLines(language, content, setting)].join("\n"),
    risks: text(language, "announcement.risks", { risks }),
    ...(insurance ? { insurance: insuranceText(language, insurance) } : {}),
    ...(contact ? { contact: text(language, "announcement.contact", contact) } : {}),
    ...(cancelled
      ? {}
      : {
          duty: text(language, origin === "alliance" ? "announcement.duty" : "announcement.free"),
          deadline: text(language, "announcement.deadline", {
            recruitUntil: instantText(language, recruitUntil, setting),
          }),
        }),
  };
}

const sessionLines = (language: Language, { sessions }: Content, setting: Setting): string[] =>
  sessions.map(({ startsAt, endsAt, positions, cancelled }) => {
    const period = periodText(language, startsAt, endsAt, setting);
    if (cancelled) return text(language, "announcement.sessionCancelled", { period });
    const named = positions.map((position) => positionText(language, position));
    return text(language, "announcement.session", {
      period,
      positions: named.join(text(language, "announcement.listMark")),
    });
  });

/** Who insures, with what there is to say of it. */
export const insuranceText = (language: Language, { kind, text: more }: NonNullable<Content["insurance"]>): string => {
  const said = text(language, `activity.insurance.${kind}`);
  return more === undefined
    ? text(language, "announcement.insurance", { insurance: said })
    : text(language, "announcement.insuranceMore", { insurance: said, more });
};

type Position = Content["sessions"][number]["positions"][number];

function positionText(language: Language, { name, headCount, requiredSkills }: Position): string {
  if (requiredSkills.length === 0) return text(language, "announcement.position", { name, headCount });
  const skills = requiredSkills.join(text(language, "announcement.listMark"));
  return text(language, "announcement.positionSkilled", { name, headCount, skills });
}
