import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { startOf } from "@yigong/core/activity/activity.ts";
import type { Announcements } from "@yigong/core/announcement/announcement.store.ts";
import { type Info as Announcement, idFor } from "@yigong/core/announcement/announcement.ts";
import type { Audits } from "@yigong/core/audit/audit.store.ts";
import type { Entry } from "@yigong/core/audit/audit.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { Leaves } from "@yigong/core/leave/leave.store.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { deadlineOf, isOver, type Info as Lifecycle, type Stage, stageOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { DutyLists } from "@yigong/core/participation/duty-list.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { archiveReminder, startReminders, undecidedReminder } from "../lifecycle/stage-reminders.ts";
import type { Worded } from "./preview-steps.ts";
import type { Item } from "./timeline-item.ts";
import { answersOf, deedsOf, leavesAsked } from "./timeline-people.ts";
import { stepsTaken } from "./timeline-steps.ts";

export interface TimelineDeps {
  lifecycles: Pick<Lifecycles, "get">;
  audits: Pick<Audits, "about">;
  announcements: Pick<Announcements, "newest" | "get">;
  dutyLists: Pick<DutyLists, "find">;
  participations: Pick<Participations, "of">;
  covers: Pick<Covers, "of">;
  leaves: Pick<Leaves, "of">;
  surveys: Pick<Surveys, "get">;
  zone: string;
}

/** The next automatic step: when, and what. */
export interface Next extends Omit<Worded, "key"> {
  at: string;
  key: Worded["key"] | "timeline.next.Propose";
}

/** So many entries are read: the newest, when there are more. */
const MOST_ENTRIES = 2_000;

async function entriesOf({ audits }: TimelineDeps, activityId: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const page = await audits.about(activityId, { limit: 100, cursor });
    entries.push(...page.items);
    cursor = page.cursor;
  } while (cursor && entries.length < MOST_ENTRIES);
  return entries;
}

/** Oldest first. */
async function announcementsOf({ announcements }: TimelineDeps, activityId: string): Promise<Announcement[]> {
  const newest = await announcements.newest(activityId);
  if (!newest) return [];
  const before = Array.from({ length: newest.revision - 1 }, (_, at) => idFor(activityId, at + 1));
  return [...(await Promise.all(before.map((id) => announcements.get(activityId, id)))), newest];
}

/**
 * Everything that happened to an activity, oldest first: what it did by itself, with the rule and the rows that caused it,
 * and what people did.
 *
 * @param at - now, ISO-8601 UTC
 */
export async function readTimeline(
  deps: TimelineDeps,
  activity: Activity,
  at: string,
): Promise<{ items: Item[]; next: Next | undefined }> {
  const { id } = activity;
  const [lifecycle, entries, announcements, list, rows, needs, leaves, survey] = await Promise.all([
    deps.lifecycles.get(id, recent),
    entriesOf(deps, id),
    announcementsOf(deps, id),
    activity.origin === "alliance" ? deps.dutyLists.find(id) : undefined,
    deps.participations.of(activity, recent),
    activity.origin === "alliance" ? deps.covers.of(id) : [],
    deps.leaves.of(id, recent),
    deps.surveys.get(id, recent),
  ]);
  const peopleIn = (state: "placed" | "waiting") =>
    new Set(rows.filter((row) => row.state === state).map(({ memberId }) => memberId)).size;
  const seen = { activity, lifecycle, announcements, needs, survey, now: at, zone: deps.zone };
  const counts = { duty: list?.memberIds.length, placed: peopleIn("placed"), waiting: peopleIn("waiting") };
  const items = [
    ...stepsTaken({ ...seen, ...counts }),
    ...deedsOf(entries),
    ...answersOf(needs),
    ...leavesAsked(leaves),
  ];
  return {
    items: items.toSorted(byTime),
    next: nextOf(activity, lifecycle, at),
  };
}

/** Of what happened at one instant: the start, what followed by itself, what people did. */
const rankOf = (item: Item): number => ("action" in item ? (item.action === "activity.create" ? 0 : 2) : 1);
const byTime = (a: Item, b: Item): number => (a.at < b.at ? -1 : Number(a.at > b.at)) || rankOf(a) - rankOf(b);

/** The next automatic step of an activity; undefined when it is over or posts its points. */
function nextOf(activity: Activity, lifecycle: Lifecycle, at: string): Next | undefined {
  const stage = stageOf(lifecycle);
  const deadline = deadlineOf(lifecycle, stage);
  if (isOver(lifecycle) || deadline === undefined) return undefined;
  const minimum = activity.minimumPeople;
  const ends: Partial<Record<Stage, Next[]>> = {
    Propose: [{ at: deadline, key: "timeline.next.Propose" }],
    Recruit: [
      ...(activity.origin === "alliance"
        ? [{ at: undecidedReminder(activity, deadline, "").dueAt, key: "activity.step.reminder" } as const]
        : []),
      minimum > 0
        ? { at: deadline, key: "activity.step.recruitEndMinimum", values: { minimum } }
        : { at: deadline, key: "activity.step.recruitEnd" },
    ],
    Cover: [{ at: deadline, key: "activity.step.coverEnd" }],
    Execute: [
      ...startReminders(activity, "").map(({ dueAt }) => ({ at: dueAt, key: "activity.step.startReminder" }) as const),
      { at: startOf(activity), key: "activity.step.start" },
      { at: deadline, key: "activity.step.end" },
    ],
    Archive: [
      { at: archiveReminder(activity, lifecycle.archiveDueAt, "").dueAt, key: "activity.step.archiveReminder" },
      { at: lifecycle.archiveDueAt, key: "activity.step.archiveDue" },
    ],
    Survey: [{ at: deadline, key: "activity.step.points" }],
  };
  const steps = ends[stage] ?? [];
  const ahead = steps.filter((step) => step.at > at).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return ahead[0] ?? steps.at(-1);
}
