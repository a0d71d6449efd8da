import { entryOf } from "@yigong/core/audit/audit.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { sayIn } from "@yigong/core/lib/refusals.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { Made, Series } from "@yigong/core/series/index.ts";
import { seriesRefusal } from "@yigong/core/series/series.refusals.ts";
import type { SeriesRows } from "@yigong/core/series/series.store.ts";
import { type CreateDeps, createActivity } from "../activity/create-activity.ts";
import { NewActivity } from "../activity/new-activity.ts";
import { holders } from "../lifecycle/lifecycle-effects.ts";
import { findHolder, type HolderDeps } from "../session/find-holder.ts";

export interface MakeDeps extends Omit<CreateDeps, "members"> {
  members: CreateDeps["members"] & HolderDeps["members"];
  dayOf: HolderDeps["dayOf"];
  series: SeriesRows;
  outbox: Pick<OutboxRows, "add">;
  nameOf: (memberId: string) => Promise<string>;
  now: () => string;
}

/** The organizer as they may act now. @throws `series.organizer_left` */
async function organizerOf(deps: MakeDeps, { organizerId }: Series.Info, at: string) {
  const holder = await findHolder(deps, organizerId, at);
  if (!holder?.isEmployed) throw seriesRefusal("series.organizer_left");
  return holder.actor;
}

/** Tells the alliance, once a visit, that it is no activity and why. */
async function notMade(
  deps: MakeDeps,
  series: Series.Info,
  { visit, refusal, at }: { visit: Series.Occurrence; refusal: Refusal; at: string },
): Promise<Effect> {
  const { said, message } = refusal;
  const reason = { "zh-CN": said ? sayIn("zh-CN", said) : message, en: said ? sayIn("en", said) : message };
  const params = {
    title: series.content.title,
    startsAt: visit.startsAt,
    name: await deps.nameOf(series.organizerId),
    reason: reason["zh-CN"],
    [Message.paramIn("en", "reason")]: reason.en,
  };
  const cause = `${series.id}.${visit.day}`;
  return Message.tell({ template: "series.notMade", params, to: holders("alliance"), cause, dueAt: at });
}

/** Makes one visit an activity, or says why it is none. Safe to run twice: the activity's id follows from the visit. */
async function makeOne(deps: MakeDeps, series: Series.Info, visit: Series.Occurrence, at: string): Promise<void> {
  const on = { seriesId: series.id, day: visit.day, at };
  const activityId = Made.activityIdOf(series.id, visit.day);
  try {
    const actor = await organizerOf(deps, series, at);
    const draft = NewActivity.parse(Made.draftOn(series, visit.day, deps.zone));
    const of = { seriesId: series.id, occurrence: visit.day };
    await createActivity(deps)(draft, { actor, at, activityId, visit: of });
    await deps.series.note({ ...on, state: "made", activityId });
  } catch (error) {
    // A store that is away is no decision about the visit: the next run tries again.
    if (!(error instanceof Refusal) || error.kind === "unavailable") throw error;
    await deps.outbox.add([await notMade(deps, series, { visit, refusal: error, at })], at);
    await deps.series.note({ ...on, state: "notMade", code: error.code });
    deps.wake();
  }
}

/**
 * Makes activities of the visits of a series that are announced by today, in the organizer's name with the rights of
 * today. What could not be made is tried again until recruiting would end. Safe to run twice.
 *
 * @source docs/domain.md A10
 */
export async function makeDue(deps: MakeDeps, series: Series.Info, at: string): Promise<void> {
  const due = Series.due(series, { at, zone: deps.zone, today: dayOf(at, deps.zone) });
  if (due.length === 0) return;
  const made = await deps.series.made(series.id);
  const done = new Set(made.flatMap(({ state, day }) => (state === "made" ? [day] : [])));
  for (const visit of due) if (!done.has(visit.day)) await makeOne(deps, series, visit, at);
}

/** The audit entry of something that was done about a series. */
export const seriesEntry = (
  { newId }: Pick<MakeDeps, "newId">,
  verb: "begin" | "change" | "skip" | "end",
  about: Omit<Parameters<typeof entryOf>[1], "action">,
) => entryOf(newId, { ...about, action: `series.${verb}` });
