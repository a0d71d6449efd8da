import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { chance } from "../../examples/taizhou/chance.ts";
import { employ, PEOPLE, type Person } from "./company.ts";
import { openGateway } from "./gateway.ts";
import { act, answerCovers, callOff, dropOut, file, type Lived, type Living, lateLeave, serve } from "./live-acts.ts";

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
/** Those of a team that the alliance gives money to, in fen. */
const GRANTS: ReadonlyMap<number, number> = new Map([
  [3, 30_000],
  [10, 20_000],
]);

/** Of all activities of a day: what goes on at the same time asks the same people. */
const branchOf = (index: number): Person["branch"] =>
  Math.floor(index / SLOTS.length) % 2 === 0 ? "一支部" : "二支部";

const ofTeam = (house: Alliance, moneyFen: number) => ({
  ...({ by: "lead", origin: "team", teamId: house.unitId("爱心奉献") as never } as const),
  proposal: { plan: "走访独居老人并检修线路", wishes: { guidance: false, moneyFen } } as never,
});

async function publish(house: Alliance): Promise<Started[]> {
  const activities: Started[] = [];
  for (const days of DAYS)
    for (const [from, to] of SLOTS) {
      const index = activities.length;
      const moneyFen = GRANTS.get(index);
      const started = await house.startActivity({
        ...{ in: days, title: `第${index + 1}场服务` },
        ...(moneyFen === undefined ? {} : ofTeam(house, moneyFen)),
        audience: { branchIds: [house.unitId(branchOf(index))], teamIds: [] } as never,
        sessions: [
          {
            startsAt: house.day(days, from),
            endsAt: house.day(days, to),
            positions: [{ name: "服务员", headCount: HEADS }],
          },
        ],
      });
      if (moneyFen !== undefined) await house.approve(started, { moneyFen });
      activities.push(started);
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
    { at: later(first(cancelled), -120), what: () => act(week, "cancel", () => callOff(week)) },
    ...[2, 3, 4, 5, 6, 7].flatMap((days) =>
      ["09:30", "15:30", "18:30"].map((time) => ({ at: house.day(days, time), what: () => answerCovers(week) })),
    ),
    ...activities
      .filter((activity) => activity !== cancelled)
      .map((activity) => ({ at: later(ended(activity), -185), what: () => serve(week, activity) })),
    ...activities
      .filter((activity) => activity !== cancelled)
      .map((activity) => ({ at: later(ended(activity), 121), what: () => file(week, activity) })),
  ].sort((x, y) => (x.at < y.at ? -1 : 1));
}

/**
 * A week of two hundred and sixty people: twelve activities that overlap, three who drop out, two late leaves, one cancelled
 * two hours before for the weather, one moved by a day, two that spend granted money, and the channel of office messages down for twenty-seven hours.
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
  const granted = new Map([...GRANTS].map(([index, fen]) => [activities[index]?.id ?? "", fen]));
  const week: Living = {
    ...{ house, company, activities, cancelled, moved, im: im.taken, sms: sms.taken, acts: {}, refused: {} },
    ...{ served: new Map(), granted, vacated: 0, draw: chance(20_260_901) },
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
