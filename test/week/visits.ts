import { draftOf } from "@yigong/testing/alliance/organizing.ts";
import { type Command, type Draw, noteClashes } from "./draw.ts";
import { attempt, oweParticipants, type Week } from "./week.ts";

interface Series {
  version: number;
  content: { place: string };
  visits: { day: string; state: string; activityId?: string }[];
  followed?: string[];
}

/** Series that begin in one week, at most. */
const MOST = 2;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

const read = ({ house }: Week, id: string) => house.as("organizer").get<Series>(`/series/${id}`);
const oneOf = ({ series }: Week, { activity }: Draw) => series[activity % Math.max(1, series.length)];
const dayIn = ({ house }: Week, days: number): string =>
  new Date(Date.parse(house.day(days, "12:00"))).toISOString().slice(0, 10);
const timesOf = ({ sessions }: { sessions: readonly { startsAt: string }[] }) =>
  sessions.map(({ startsAt }) => startsAt).join(" ");

/** Activities of a series that stand, as they are stored, by their ids. */
async function madeOf(week: Week, id: string) {
  const { activities } = week.house.machine.app.useCases;
  const { visits } = await read(week, id);
  const made = await activities.getMany(visits.flatMap(({ activityId = [] }) => activityId));
  return new Map(made.map((activity) => [activity.id as string, activity]));
}

/** What people do with visits that repeat: begin them, change all that follow, leave one out, end them. */
export const VISITS = {
  beginSeries: async (week, draw) => {
    if (week.series.length >= MOST) return;
    const { house, series } = week;
    const { sessions: _, recruitUntil: __, ...content } = draftOf(house, { in: 1, title: "福利院探访" });
    const startTime = draw.yes ? "09:00" : "14:00";
    await attempt(week, `a series of visits at ${startTime} begins`, async () => {
      const { id } = await house.as("organizer").post<{ id: string }>("/series", {
        content: { ...content, audience: { branchIds: [], teamIds: [] } },
        sessions: [{ startTime, minutes: 120, positions: [{ name: "陪伴", headCount: 1 + (draw.who % 2) }] }],
        rule: { kind: "weekly", everyWeeks: 1, weekdays: WEEKDAYS.filter((day) => (day + draw.who) % 2 === 0) },
        ...{ from: dayIn(week, 2), until: dayIn(week, 9), announceDays: 3, recruitHours: 24 },
      });
      series.push(id);
    });
  },
  changeSeries: async (week, draw) => {
    const id = oneOf(week, draw);
    if (!id) return;
    const [before, { version, content }] = [await madeOf(week, id), await read(week, id)];
    const place = `福利院${draw.hours}号楼`;
    const [startTime, headCount] = [`${10 + (draw.who % 4)}:30`, 1 + (draw.activity % 2)];
    const patch = draw.yes
      ? { content: { ...content, place } }
      : { sessions: [{ startTime, minutes: 90, positions: [{ name: "陪伴", headCount }] }] };
    const why = `all visits that follow are ${draw.yes ? `at ${place}` : `at ${startTime}`}`;
    const standing = await attempt(week, why, () =>
      week.house.as("organizer").patch(`/series/${id}`, { ...patch, version }),
    );
    if (!standing) return;
    for (const [activityId, after] of await madeOf(week, id)) {
      const was = before.get(activityId);
      const about = { activityId, why };
      if (was && was.place !== after.place)
        oweParticipants(week, standing, { ...about, templates: ["activity.revised"] });
      if (was && timesOf(was) !== timesOf(after))
        oweParticipants(week, standing, { ...about, templates: ["activity.rescheduled", "activity.sessionMoved"] });
    }
    noteClashes(week);
  },
  skipVisit: async (week, draw) => {
    const id = oneOf(week, draw);
    if (!id) return;
    const { version, visits } = await read(week, id);
    const visit = visits[Math.abs(draw.hours) % Math.max(1, visits.length)];
    if (!visit) return;
    const why = `the visit of ${visit.day} is left out`;
    const said = { day: visit.day, reason: "国庆放假", version };
    const isOff = week.model.cancelledAt.has(visit.activityId ?? "");
    const before = await attempt(week, why, () => week.house.as("organizer").post(`/series/${id}/skip`, said));
    if (before && visit.activityId && !isOff)
      oweParticipants(week, before, { activityId: visit.activityId, templates: ["activity.cancelled"], why });
  },
  endSeries: async (week, draw) => {
    const id = oneOf(week, draw);
    if (!id || draw.hours < 20) return;
    const { version } = await read(week, id);
    await attempt(week, "a series ends", () =>
      week.house.as("organizer").post(`/series/${id}/end`, { reason: "合作结束", version }),
    );
  },
} as const satisfies Record<string, Command>;
