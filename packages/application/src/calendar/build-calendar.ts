import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, positionOf } from "@yigong/core/activity/activity.ts";
import { classEntry, coverEntry, type Entry, sessionEntry } from "@yigong/core/calendar/entry.ts";
import { icsOf, type Worded } from "@yigong/core/calendar/ics.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { Info as Need } from "@yigong/core/cover/cover.ts";
import { type Language, text } from "@yigong/core/language/index.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { trainerTermsOf } from "@yigong/core/member/trainer-term.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { resolve } from "@yigong/core/participation/line.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { isActive, type Info as Place } from "@yigong/core/participation/participation.ts";
import { classesIn, type OwnPlaceDeps, ownPlacesAfter } from "./own-classes.ts";

/** What a calendar is made of. */
export interface CalendarDeps extends OwnPlaceDeps {
  activities: Pick<Activities, "getMany">;
  lifecycles: Pick<Lifecycles, "getMany">;
  participations: Pick<Participations, "rowsAfter" | "lines">;
  covers: Pick<Covers, "calendars" | "getMany">;
  units: Pick<Units, "getMany">;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
}

/** A quarter of a year stays to be looked back at. */
const LOOKED_BACK_HOURS = 92 * 24;
const IN_FLIGHT = 8;
const MOST_COVERS = 100;

interface Known {
  activities: ReadonlyMap<string, Activity>;
  lifecycles: ReadonlyMap<string, Lifecycle>;
  at: string;
}
type Say = (worded: { entry: Entry; summary: string; place?: string; description: string; page: string }) => Worded;

/**
 * A member's calendar: the sessions in which they have a place, classes that they attend or teach, and the covers that they
 * agreed to; nobody else's.
 *
 * @param at - now, ISO-8601 UTC
 * @returns text of the type text/calendar; the same rows give the same bytes
 */
export async function buildCalendar(deps: CalendarDeps, member: Member, at: string): Promise<string> {
  const language = member.language ?? "zh-CN";
  const [rows, calendars] = await Promise.all([
    deps.participations.rowsAfter(member.id, plusHours(at, -LOOKED_BACK_HOURS)),
    deps.covers.calendars([member.id], recent),
  ]);
  const { entries = [], struck = [] } = calendars.get(member.id) ?? {};
  const hours = [...entries, ...struck.map(({ at: struckAt, ...one }) => ({ ...one, struckAt }))].slice(-MOST_COVERS);
  const ids = [...new Set([...rows, ...hours].map(({ activityId }) => activityId))];
  const [activities, lifecycles, needs] = await Promise.all([
    deps.activities.getMany(ids, recent),
    deps.lifecycles.getMany(ids),
    deps.covers.getMany(hours),
  ]);
  const known = { activities: new Map(activities.map((one) => [one.id as string, one])), lifecycles, at };
  const say: Say = ({ entry, page, ...worded }) => ({ ...entry, ...worded, url: `${deps.origin()}${page}` });
  const [sessions, covers, classes] = await Promise.all([
    sessionsOf(deps, { rows, known, language, say }),
    coversOf(deps, { needs, hours, known, language, say }),
    classesOf(deps, { member, known, language, say }),
  ]);
  const all = [...sessions, ...covers, ...classes].sort((a, b) =>
    `${a.from} ${a.uid}` < `${b.from} ${b.uid}` ? -1 : 1,
  );
  return icsOf(text(language, "calendar.name"), all);
}

interface Saying {
  known: Known;
  language: Language;
  say: Say;
}

/** Rows as they stand: until places are given out, that follows from the lines. */
async function standing(deps: CalendarDeps, rows: readonly Place[], { activities, lifecycles }: Known) {
  const ids = [...new Set(rows.filter(isActive).map(({ activityId }) => activityId))];
  const recruiting = ids.flatMap((id) =>
    lifecycles.get(id)?.status === "recruiting" ? (activities.get(id) ?? []) : [],
  );
  const found = await mapInParallel(recruiting, IN_FLIGHT, (one) => deps.participations.lines(one, recent));
  const lines = new Map(found.flatMap((some) => [...some]));
  return rows.map((row) => {
    const line = lines.get(row.positionId);
    const activity = activities.get(row.activityId);
    const headCount = (activity && positionOf(activity, row.positionId)?.position.headCount) ?? 0;
    return line === undefined ? row : resolve(row, line, headCount);
  });
}

async function sessionsOf(
  deps: CalendarDeps,
  { rows, known, language, say }: Saying & { rows: readonly Place[] },
): Promise<Worded[]> {
  return (await standing(deps, rows, known)).flatMap((place) => {
    const activity = known.activities.get(place.activityId);
    const lifecycle = known.lifecycles.get(place.activityId);
    const entry = activity && lifecycle && sessionEntry(place, { activity, lifecycle, at: known.at });
    if (!entry) return [];
    const position = positionOf(activity, place.positionId)?.position.name ?? "";
    const about = entry.status === "TENTATIVE" ? "calendar.provisional" : "calendar.position";
    const description =
      entry.status === "CANCELLED" ? text(language, "calendar.cancelled") : text(language, about, { position });
    const page = PAGE.activity(activity.id);
    return [say({ entry, summary: activity.title, place: activity.place, description, page })];
  });
}

/** How far ahead what somebody teaches is shown. */
const TEACHES_AHEAD_HOURS = 366 * 24;

async function classesOf(
  deps: CalendarDeps,
  { member, known: { at }, language, say }: Saying & { member: Member },
): Promise<Worded[]> {
  const span = { from: plusHours(at, -LOOKED_BACK_HOURS), to: plusHours(at, TEACHES_AHEAD_HOURS) };
  const [places, taught] = await Promise.all([
    ownPlacesAfter(deps, member.id, span.from),
    // Few teach: nobody else's calendar reads all classes.
    trainerTermsOf(member).length > 0 ? classesIn(deps, span) : [],
  ]);
  const own = taught.filter(({ trainerIds }) => trainerIds.includes(member.id));
  const all = [
    ...places.map(({ one, session, row }) => ({ one, session, row })),
    ...own.flatMap((one) => one.sessions.map((session) => ({ one, session, row: undefined }))),
  ];
  return all.flatMap(({ one, session, row }) => {
    const entry = classEntry(one, { session, row, at });
    if (!entry) return [];
    const about = entry.status === "CANCELLED" ? "cancelled" : row ? "seat" : "teaches";
    const summary = text(language, "calendar.class", { title: one.course.title });
    return [
      say({
        entry,
        summary,
        place: one.place,
        description: text(language, `calendar.${about}`),
        page: PAGE.class(one.id),
      }),
    ];
  });
}

type Hours = { needId: string; from: string; to: string; struckAt?: string | undefined };

async function coversOf(
  deps: CalendarDeps,
  { needs, hours, known, language, say }: Saying & { needs: readonly Need[]; hours: readonly Hours[] },
): Promise<Worded[]> {
  const posts = needs.length === 0 ? [] : await deps.units.getMany([...new Set(needs.map(({ postId }) => postId))]);
  const names = new Map<string, string>(posts.map(({ id, name }) => [id, name]));
  return hours.flatMap((one) => {
    const need = needs.find(({ id }) => id === one.needId);
    const entry = need && coverEntry(need, { hours: one, at: known.at });
    if (!entry) return [];
    const summary = text(language, "calendar.cover", { post: names.get(need.postId) ?? "" });
    const { title = "" } = known.activities.get(need.activityId) ?? {};
    const about = entry.status === "TENTATIVE" ? "calendar.coverUnconfirmed" : "calendar.coverOf";
    const description =
      entry.status === "CANCELLED" ? text(language, "calendar.cancelled") : text(language, about, { title });
    return [say({ entry, summary, description, page: PAGE.cover(need.id) })];
  });
}
