import { covererOf } from "@yigong/core/cover/cover.ts";
import { type Alliance, openAlliance, Refused, type Started } from "@yigong/testing/alliance.ts";
import { chance } from "../../examples/taizhou/chance.ts";
import { type Company, employ, PEOPLE, type Person } from "./company.ts";
import { openGateway } from "./gateway.ts";

const SLOTS = [
  ["09:00", "12:00"],
  ["10:00", "13:00"],
  ["14:00", "17:00"],
] as const;
const DAYS = [4, 5, 6, 7] as const;
const HEADS = 6;
/** So many of each branch are keen: the same people sign up for what goes on at one time. */
const KEEN = 30;
/** Sessions of the cancelled and the moved activity, in the order in which they begin. */
const CANCELLED = 4;
const MOVED = 7;

/** A whole week of an alliance, as it came to be. */
export interface Lived {
  house: Alliance;
  company: Company;
  activities: Started[];
  cancelled: Started;
  moved: Started;
  /** What went out by each channel. */
  im: readonly { key: string }[];
  sms: readonly { key: string }[];
  /** Acts by kind, and refusals by code. */
  acts: Record<string, number>;
  refused: Record<string, number>;
  /** Member ids that the script checked in, by activity. */
  served: Map<string, string[]>;
  /** How often somebody waited for a place that was given up. */
  vacated: number;
  close(): Promise<void>;
}

type Living = Omit<Lived, "close"> & { draw: ReturnType<typeof chance> };

const count = (counts: Record<string, number>, what: string) => {
  counts[what] = (counts[what] ?? 0) + 1;
};

/** Somebody does something; a refusal is counted by its code. */
async function act(week: Living, what: string, doing: () => Promise<unknown>): Promise<boolean> {
  try {
    await doing();
    count(week.acts, what);
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || error.status >= 500) throw error;
    count(week.refused, error.code);
    return false;
  }
}

/** Of all activities of a day: what goes on at the same time asks the same people. */
const branchOf = (index: number): Person["branch"] =>
  Math.floor(index / SLOTS.length) % 2 === 0 ? "一支部" : "二支部";

async function publish(house: Alliance): Promise<Started[]> {
  const activities: Started[] = [];
  for (const days of DAYS)
    for (const [from, to] of SLOTS) {
      const index = activities.length;
      activities.push(
        await house.startActivity({
          ...{ in: days, title: `第${index + 1}场服务` },
          audience: { branchIds: [house.unitId(branchOf(index))], teamIds: [] } as never,
          sessions: [
            {
              startsAt: house.day(days, from),
              endsAt: house.day(days, to),
              positions: [{ name: "服务员", headCount: HEADS }],
            },
          ],
        }),
      );
    }
  return activities;
}

/** More people than there are places, some of whom are elsewhere at that time. */
async function signUp(week: Living): Promise<void> {
  for (const [index, activity] of week.activities.entries()) {
    const own = PEOPLE.filter(({ kind, branch }) => kind !== "covering" && branch === branchOf(index)).slice(0, KEEN);
    const willing = new Set(Array.from({ length: HEADS + 4 }, () => week.draw.pick(own)));
    for (const { number } of willing)
      await act(week, "signUp", () =>
        week.company.as(number).post(`/activities/${activity.id}/sign-ups`, {
          ...{ positionId: activity.sessions[0]?.positionIds[0], consent: true, acceptsRisks: true },
        }),
      );
  }
}

/** Whoever is asked to cover answers, mostly yes, and the alliance confirms. */
async function answerCovers(week: Living): Promise<void> {
  const { house, company } = week;
  for (const { id } of week.activities)
    for (const need of await house.machine.app.useCases.covers.of(id)) {
      const path = `/activities/${id}/covers/${need.id}`;
      const coverer = covererOf(need);
      if (need.status !== "offered" || coverer === undefined) continue;
      const yes = week.draw.below(5) > 0;
      const answer = yes ? ["accept", {}] : ["decline", { reason: "家中有事" }];
      await act(week, yes ? "accept" : "decline", () =>
        company.as(company.numberOf(coverer)).post(`${path}/${answer[0]}`, answer[1]),
      );
      if (yes) await act(week, "confirm", () => house.as("alliance").post(`${path}/confirm`));
    }
}

/** Who gives a place up, with or without a duty, which somebody may wait for. */
async function leaving(week: Living, activity: Started, duty: boolean) {
  const rows = await week.house.participationsOf(activity);
  if (rows.some(({ state }) => state === "waiting")) week.vacated += 1;
  return rows.find((row) => row.state === "placed" && row.duty === duty);
}

/** Whoever is offered the place takes it. */
async function takeOffers(week: Living, activity: Started): Promise<void> {
  const { house, company } = week;
  for (const { state, memberId, sessionId } of await house.participationsOf(activity))
    if (state === "offered")
      await act(week, "take", () =>
        company.as(company.numberOf(memberId)).post(`/activities/${activity.id}/offers/${sessionId}/accept`),
      );
}

/** Somebody without a duty gives the place back late. */
async function dropOut(week: Living, activity: Started): Promise<void> {
  const row = await leaving(week, activity, false);
  const { company } = week;
  if (!row) return;
  const path = `/activities/${activity.id}/sign-ups/${row.sessionId}?reason=${encodeURIComponent("临时出差")}`;
  await act(week, "dropOut", () => company.as(company.numberOf(row.memberId)).delete(path));
  await takeOffers(week, activity);
}

/** Somebody with a duty asks late, with evidence. */
async function lateLeave(week: Living, activity: Started): Promise<void> {
  const row = await leaving(week, activity, true);
  const { company, house } = week;
  if (!row) return;
  const plea = { reason: "illness", note: "发热", evidence: "病假条" };
  const path = `/activities/${activity.id}/leaves`;
  await act(week, "lateLeave", () => company.as(company.numberOf(row.memberId)).post(path, plea));
  await act(week, "approve", () => house.as("alliance").post(`${path}/${row.memberId}/decision`, { approve: true }));
  await takeOffers(week, activity);
}

/** All who have a place but one come, are checked in by the code, and go when it is over. */
async function serve(week: Living, activity: Started): Promise<void> {
  const { house, company } = week;
  const [session] = (await house.machine.app.useCases.activities.get(activity.id)).sessions;
  if (!session) return;
  const path = `/activities/${activity.id}/sessions/${session.id}`;
  const coming = (await house.participationsOf(activity)).filter(({ state }) => state === "placed").slice(1);
  await house.advanceTo(session.startsAt);
  const { code } = await house.as("alliance").get<{ code: string }>(`${path}/code`);
  for (const { memberId } of coming)
    await act(week, "checkIn", () => company.as(company.numberOf(memberId)).post(`${path}/check-in`, { code }));
  week.served.set(
    activity.id,
    coming.map(({ memberId }) => memberId),
  );
}

const MINUTE = 60_000;
const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * MINUTE).toISOString();

/** Everything that happens at a time of its own, in order. */
function agenda(
  week: Living,
  im: Awaited<ReturnType<typeof openGateway>>,
): { at: string; what: () => Promise<unknown> }[] {
  const { house, activities, cancelled, moved } = week;
  const first = (activity: Started) => activity.sessions[0]?.startsAt ?? "";
  const recruited = (activity: Started) => activity.at("18:05", -2);
  const [a, b, c, d, e] = [0, 2, 5, 1, 8].map((index) => activities[index]);
  const later24 = later(first(moved), 24 * 60);
  const ended = (activity: Started) => later(activity === moved ? later24 : first(activity), 185);
  return [
    { at: house.day(1, "08:00"), what: async () => im.goDown() },
    { at: house.day(2, "11:00"), what: async () => im.goUp() },
    { at: house.day(2, "09:00"), what: () => act(week, "move", () => house.reschedule(moved, { startsAt: later24 })) },
    ...[a, b, c].flatMap((one) => (one ? [{ at: recruited(one), what: () => dropOut(week, one) }] : [])),
    ...[d, e].flatMap((one) => (one ? [{ at: recruited(one), what: () => lateLeave(week, one) }] : [])),
    { at: later(first(cancelled), -120), what: () => act(week, "cancel", () => house.cancel(cancelled)) },
    ...[2, 3, 4, 5, 6, 7].flatMap((days) =>
      ["09:30", "15:30", "18:30"].map((time) => ({ at: house.day(days, time), what: () => answerCovers(week) })),
    ),
    ...activities
      .filter((activity) => activity !== cancelled)
      .map((activity) => ({ at: later(ended(activity), -185), what: () => serve(week, activity) })),
    ...activities
      .filter((activity) => activity !== cancelled)
      .map((activity) => ({ at: later(ended(activity), 121), what: () => house.fileArchive(activity) })),
  ].sort((x, y) => (x.at < y.at ? -1 : 1));
}

/**
 * A week of two hundred and sixty people: twelve activities that overlap, three who drop out, two late leaves, one cancelled
 * two hours before, one moved by a day, and the channel of office messages down for twenty-seven hours.
 */
export async function liveWeek(): Promise<Lived> {
  const [im, sms] = await Promise.all([openGateway(), openGateway()]);
  const house = await openAlliance({ env: { YIGONG_IM_URL: im.url, YIGONG_SMS_URL: sms.url } });
  const atWork = PEOPLE.filter(({ kind }, at) => kind === "dutiful" && at % 3 === 0).flatMap(({ number }) =>
    DAYS.map((days) => ({ number, days })),
  );
  const company = await employ(house, atWork);
  const activities = await publish(house);
  const [cancelled, moved] = [activities[CANCELLED], activities[MOVED]];
  if (!cancelled || !moved) throw new RangeError("There are twelve activities.");
  const week: Living = {
    ...{ house, company, activities, cancelled, moved, im: im.taken, sms: sms.taken, acts: {}, refused: {} },
    ...{ served: new Map(), vacated: 0, draw: chance(20_260_901) },
  };
  await signUp(week);
  for (const { at, what } of agenda(week, im)) {
    await house.advanceTo(at);
    await what();
  }
  await house.advanceTo(house.day(8, "12:00"));
  return {
    ...week,
    async close() {
      await house.close();
      await Promise.all([im.close(), sms.close()]);
    },
  };
}
