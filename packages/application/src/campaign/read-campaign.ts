import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, endOf, heldSessions, startOf } from "@yigong/core/activity/activity.ts";
import type { TypicalCases } from "@yigong/core/archive/typical.store.ts";
import type { Attendances } from "@yigong/core/attendance/attendance.store.ts";
import { minutesServed } from "@yigong/core/attendance/service-time.ts";
import * as Campaign from "@yigong/core/campaign/campaign.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Status } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import type { Books } from "../search/search-books.ts";

export interface ReadCampaignDeps {
  activities: Pick<Activities, "getMany">;
  lifecycles: Pick<Lifecycles, "getMany">;
  attendances: Pick<Attendances, "of">;
  surveys: { get: Surveys["get"]; served: Pick<Surveys["served"], "total"> };
  typicalCases: Pick<TypicalCases, "standing">;
  books: Pick<Books, "activities">;
  zone: string;
}

/** What one activity of a campaign came to; `people` are those who were seen there. */
export interface Part {
  activity: Activity;
  status: Status;
  people: number;
  attendances: number;
  minutes: number;
  /** Who was served, as far as they were listed. */
  clients: number;
  isTypical: boolean;
  /** It was moved out of the campaign's days. */
  isOutside: boolean;
}

/** All of a campaign together; one who served in two activities is one of `people`. */
export interface Figures {
  activities: number;
  people: number;
  attendances: number;
  minutes: number;
  clients: number;
  typicalCases: number;
}

type Counted = Part & { memberIds: ReadonlySet<string> };

/** Activities whose records are read at the same time. */
const AT_ONCE = 5;

/** The clients of an activity: those who were listed; of a closed survey those whom it asked, since contacts are erased later. */
async function clientsOf({ surveys }: ReadCampaignDeps, activityId: string): Promise<number> {
  const survey = await surveys.get(activityId, recent);
  return survey?.status === "closed" ? survey.counts.issued : surveys.served.total(activityId);
}

/** What an activity came to; a cancelled one came to nothing. */
async function countedOf(deps: ReadCampaignDeps, activity: Activity, status: Status) {
  if (status === "cancelled")
    return { memberIds: new Set<string>(), people: 0, attendances: 0, minutes: 0, clients: 0 };
  const [rows, clients] = await Promise.all([deps.attendances.of(activity.id), clientsOf(deps, activity.id)]);
  const present = rows.filter(({ state }) => state === "present");
  const memberIds = new Set(present.map(({ memberId }) => memberId));
  const minutes = minutesServed(present, heldSessions(activity));
  return { memberIds, people: memberIds.size, attendances: present.length, minutes, clients };
}

/** The activities of a campaign in the order of their start, and what they came to: counted from the records, no figure is stored. */
export async function readCampaign(deps: ReadCampaignDeps, campaign: Campaign.Info) {
  const own = [...(await deps.books.activities()).values()].filter(({ campaignId }) => campaignId === campaign.id);
  const ids = own.map(({ id }) => id);
  const activities = (await deps.activities.getMany(ids)).filter(({ campaignId }) => campaignId === campaign.id);
  const [stands, typical] = await Promise.all([deps.lifecycles.getMany(ids), deps.typicalCases.standing()]);
  const cases = new Set(typical.map(({ activityId }) => activityId));
  const sorted = activities.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const parts = await mapInParallel(sorted, AT_ONCE, async (activity): Promise<Counted> => {
    const status = stands.get(activity.id)?.status ?? "proposing";
    const isOutside = !Campaign.holds(campaign, Campaign.daysOf(activity, deps.zone));
    const counted = await countedOf(deps, activity, status);
    return { activity, status, ...counted, isTypical: cases.has(activity.id), isOutside };
  });
  return { parts: parts.map(({ memberIds: _, ...part }): Part => part), figures: figuresOf(parts) };
}

function figuresOf(parts: readonly Counted[]): Figures {
  const held = parts.filter(({ status }) => status !== "cancelled");
  const sum = (key: "attendances" | "minutes" | "clients") => held.reduce((total, part) => total + part[key], 0);
  return {
    activities: held.length,
    people: new Set(held.flatMap(({ memberIds }) => [...memberIds])).size,
    attendances: sum("attendances"),
    minutes: sum("minutes"),
    clients: sum("clients"),
    typicalCases: held.filter(({ isTypical }) => isTypical).length,
  };
}

/** From when until when an activity is, as its row says. */
export const spanOf = (activity: Activity) => ({ startsAt: startOf(activity), endsAt: endOf(activity) });
