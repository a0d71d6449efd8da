import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant, instantOf, plusDays, plusMonths } from "../lib/time.ts";
import { Scope } from "../performance/performance.ts";
import { growthRefusal } from "./growth.refusals.ts";
import { BEHAVIOUR_MONTHS, RATING_DAYS } from "./levels.ts";

export const Id = idOf("prg");
export type Id = z.infer<typeof Id>;

const MOST_PEOPLE = 300;
const ids = (most: number) => z.array(z.string().min(1).max(40)).max(most);

/** What is said of a programme that people grow by. */
export const Writing = z.object({
  title: plainText(2, 120),
  about: plainText(0, 3000).default(""),
  /** The first and the last local day. */
  from: Day,
  until: Day,
  /** Each by its name; people are rated in each. */
  skills: z.array(plainText(1, 40)).min(1).max(12),
  memberIds: ids(MOST_PEOPLE).min(1),
  trainerIds: ids(20).min(1),
  /** The classes whose results are its results. */
  classIds: ids(50).default([]),
  /** The results of work by which its people are compared with others of their post. */
  performance: z.object(Scope.shape).optional(),
});
export type Writing = z.infer<typeof Writing>;

export const Info = Writing.extend({
  id: Id,
  createdAt: Instant,
  createdBy: z.string(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

interface Acting {
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

const once = (values: readonly string[]): string[] => [...new Set(values)];

/** @throws `growth.days_wrong`, `growth.trainer_taking_part` */
function sound(writing: Writing): Writing {
  if (writing.until < writing.from) throw growthRefusal("growth.days_wrong");
  const memberIds = once(writing.memberIds);
  if (writing.trainerIds.some((id) => memberIds.includes(id))) throw growthRefusal("growth.trainer_taking_part");
  const { skills, trainerIds, classIds } = writing;
  return { ...writing, memberIds, skills: once(skills), trainerIds: once(trainerIds), classIds: once(classIds) };
}

/** Plans a programme. @throws `growth.days_wrong`, `growth.trainer_taking_part` */
export const begin = (writing: Writing, { id, by, at }: Acting & { id: Id }): Info => ({
  ...sound(writing),
  ...{ id, createdAt: at, createdBy: by, version: 0 },
});

/**
 * Says a programme otherwise. Once the last day has come, days, people and skills stay as they are: results of other people
 * beside those of before would tell one person's.
 *
 * @param today - the local day
 * @throws `edit.changed`, `growth.over`, those of `begin`
 */
export function revise(held: Info, writing: Writing, { version, today }: { version: number; today: string }): Info {
  requireVersion(held, version);
  const { id, createdAt, createdBy, version: at } = held;
  const next = { ...sound(writing), id, createdAt, createdBy, version: at };
  const fixed = ({ from, until, memberIds, skills }: Info) =>
    JSON.stringify([from, until, memberIds.toSorted(), skills.toSorted()]);
  if (today >= held.until && fixed(held) !== fixed(next)) throw growthRefusal("growth.over", { day: held.until });
  return next;
}

/** When people are rated and what came of it is shown, ISO-8601 UTC; each end is exclusive. */
export interface Windows {
  before: { from: string; until: string };
  after: { from: string; until: string };
  /** In which activities of people are looked at, and until when they are marked. */
  behaviour: { from: string; until: string; markedUntil: string };
}

export function windowsOf(
  { from, until, createdAt }: Pick<Info, "from" | "until" | "createdAt">,
  zone: string,
): Windows {
  const startsAt = instantOf(from, "00:00", zone);
  const lastDay = instantOf(until, "00:00", zone);
  const endsAt = plusDays(lastDay, 1, zone);
  const behaviourEnd = instantOf(plusMonths(until, BEHAVIOUR_MONTHS), "00:00", zone);
  return {
    before: { from: createdAt, until: plusDays(startsAt, RATING_DAYS, zone) },
    after: { from: lastDay, until: plusDays(endsAt, RATING_DAYS, zone) },
    behaviour: { from: endsAt, until: behaviourEnd, markedUntil: plusDays(behaviourEnd, RATING_DAYS, zone) },
  };
}

/** A programme may be shorter than the days in which "before" is asked: then "before" ends as "after" begins. */
export const beforeUntil = ({ before, after }: Windows): string =>
  before.until < after.from ? before.until : after.from;
