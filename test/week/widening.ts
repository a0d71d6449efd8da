import { activityOf, type Command, HOUR, named, runnerOf } from "./draw.ts";
import { attempt, owe, type Week } from "./week.ts";

/** Volunteers of the second branch. */
const SECOND = ["partyB1", "partyB2", "partyB3", "partyB4", "freeB1"] as const;

async function statusOf({ house }: Week, activityId: string): Promise<string> {
  return (await house.machine.app.useCases.lifecycles.get(activityId)).status;
}

/** What makes an activity more than it was: one more session, or more people whom it is meant for. */
export const WIDENING = {
  addSession: async (week, draw) => {
    const activity = activityOf(week, draw);
    const begins = Date.parse(week.house.machine.now()) + (2 * Math.abs(draw.hours) + 24) * HOUR;
    const [startsAt, endsAt] = [begins, begins + 2 * HOUR].map((at) => new Date(at).toISOString());
    const said = { startsAt, endsAt, positions: [{ name: "服务员", headCount: 1 }], reason: "居民要求加一场" };
    const why = `${named(week, activity)} has one session more`;
    const before = await attempt(week, why, async () => {
      const { sessions } = await week.house
        .as(runnerOf(week, activity))
        .post<{ sessions: { id: string; startsAt: string; endsAt: string; positions: { id: string }[] }[] }>(
          `/activities/${activity.id}/sessions`,
          said,
        );
      activity.sessions = sessions.map(({ positions, ...session }) => ({
        ...session,
        positionIds: positions.map(({ id }) => id),
      }));
    });
    if (!before) return;
    const of = before.places.filter((row) => row.activityId === activity.id);
    const told = { templates: ["activity.sessionAdded"], why };
    const placed = new Set(of.filter(({ state }) => state === "placed").map(({ memberId }) => memberId));
    owe(
      week,
      of.filter(({ state, memberId }) => state === "waiting" && !placed.has(memberId)),
      told,
    );
    const expected = (before.duty.get(activity.id) ?? []).map((memberId) => ({ activityId: activity.id, memberId }));
    owe(week, [...of, ...expected], { ...told, optional: true });
  },
  widen: async (week, draw) => {
    const activity = activityOf(week, draw);
    const { audience } = await week.house.machine.app.useCases.activities.get(activity.id);
    const { branchIds, teamIds } = audience;
    const second = week.house.unitId("二支部");
    const isWide = branchIds.length + teamIds.length === 0 || branchIds.some((id) => id === second);
    const isRecruiting = (await statusOf(week, activity.id)) === "recruiting";
    const why = `${named(week, activity)} is meant for the second branch, too`;
    const body = { teamIds, branchIds: [...new Set([...branchIds, second])], reason: "人手不足" };
    const done = await attempt(week, why, () =>
      week.house.as(runnerOf(week, activity)).post(`/activities/${activity.id}/audience`, body),
    );
    if (!done || isWide || !isRecruiting) return;
    const people = SECOND.map((who) => ({ activityId: activity.id, memberId: week.house.idOf(who) }));
    owe(week, people, { templates: ["recruit.invited"], why });
  },
} as const satisfies Record<string, Command>;
