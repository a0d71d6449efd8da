import type { Info as Need } from "@yigong/core/cover/cover.ts";
import { covererOf } from "@yigong/core/cover/cover.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { Refused, type Who } from "@yigong/testing/alliance.ts";
import { activityOf, type Command, HOUR, named, noteClashes, runnerOf, whoOf } from "./draw.ts";
import { MONEY } from "./money.ts";
import { VISITS } from "./visits.ts";
import { attempt, owe, oweParticipants, type Week } from "./week.ts";
import { WIDENING } from "./widening.ts";

/** The first need that stands so, of all activities, and its path. */
function needThat({ standing }: Week, fits: (need: Need) => boolean) {
  const need = standing.needs.find(fits);
  return need && { need, path: `/activities/${need.activityId}/covers/${need.id}` };
}

/** A member's last day is today, as an administrator enters it. */
async function leaveToday({ house }: Week, who: Who): Promise<void> {
  const { web, secrets, now, settle, app } = house.machine;
  const token = await tokenFor(house.idOf("admin"), { secret: secrets.tokens, at: now() });
  const { version } = await app.useCases.members.get(house.idOf(who));
  const leftOn = new Date(Date.parse(now()) + 8 * HOUR).toISOString().slice(0, 10);
  const answer = await web.request(`/api/v1/members/${house.idOf(who)}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ version, leftOn }),
  });
  if (!answer.ok) throw new Refused((await answer.json()) as { status: number; code: string; detail: string });
  await settle();
}

/**
 * What people do in a random week. One is added by a line here: it does something by the API through `attempt`, and owes
 * (`owe`) a word to everybody whom it concerns; the rest is held of it by `invariants.ts`.
 */
export const COMMANDS = {
  signUp: (week, draw) => {
    const [activity, who] = [activityOf(week, draw), whoOf(draw)];
    const session = activity.sessions[draw.yes ? 0 : activity.sessions.length - 1];
    const choice = { positionId: session?.positionIds[0], consent: true, acceptsRisks: true };
    return attempt(week, `${who} signs up for ${named(week, activity)}`, () =>
      week.house.as(who).post(`/activities/${activity.id}/sign-ups`, choice),
    );
  },
  withdraw: (week, draw) => {
    const [activity, who] = [activityOf(week, draw), whoOf(draw)];
    return attempt(week, `${who} withdraws from ${named(week, activity)}`, () =>
      week.house.withdraw(activity, who, draw.yes ? "临时出差" : undefined),
    );
  },
  cannotCome: async (week, draw) => {
    const [activity, who] = [activityOf(week, draw), whoOf(draw)];
    const path = `/me/cannot/${activity.id}`;
    const said = { note: "临时出差", reason: "illness", ...(draw.yes ? { evidence: "病假条" } : {}) };
    return attempt(week, `${who} cannot come to ${named(week, activity)}`, async () => {
      const { seen } = await week.house.as(who).get<{ seen: string }>(path);
      return week.house.as(who).post(path, { seen, ...said });
    });
  },
  answerOffer: async (week, { yes, hours }) => {
    const asked = week.standing.places.filter(({ state }) => state === (hours % 3 === 0 ? "waiting" : "offered"));
    const row = asked[Math.abs(hours) % Math.max(1, asked.length)];
    const who = week.house.whoIs(row?.memberId ?? "");
    if (!row || who === "nobody" || who === "system") return;
    await attempt(week, `${who} ${yes ? "takes" : "declines"} a free place`, () =>
      week.house.as(who).post(`/activities/${row.activityId}/offers/${row.sessionId}/${yes ? "accept" : "decline"}`),
    );
  },
  askLeave: (week, draw) => {
    const [activity, who] = [activityOf(week, draw), whoOf(draw)];
    return attempt(week, `${who} asks for leave from ${named(week, activity)}`, () =>
      week.house.askLeave(activity, who, draw.yes ? { reason: "illness", evidence: "病假条" } : {}),
    );
  },
  decideLeave: async (week, draw) => {
    const leave = week.standing.leaves.find(({ status }) => status === "requested" || status === "escalated");
    if (!leave) return;
    const body = { approve: draw.yes, ...(draw.yes ? {} : { reason: "当天没有排班" }) };
    await attempt(week, `a leave is ${draw.yes ? "approved" : "refused"}`, () =>
      week.house.as("alliance").post(`/activities/${leave.activityId}/leaves/${leave.memberId}/decision`, body),
    );
  },
  answerCover: async (week, { yes }) => {
    const asked = needThat(week, ({ status }) => status === "offered");
    if (!asked) return;
    const who = week.house.whoIs(covererOf(asked.need) ?? "");
    if (who === "nobody" || who === "system") return;
    const body = yes ? {} : { reason: "家中有事" };
    await attempt(week, `${who} ${yes ? "accepts" : "declines"} to cover`, () =>
      week.house.as(who).post(`${asked.path}/${yes ? "accept" : "decline"}`, body),
    );
  },
  confirmCover: async (week, { yes }) => {
    const asked = needThat(week, ({ status }) => status === "accepted");
    if (!asked) return;
    const body = yes ? {} : { reason: "新系统尚未培训" };
    await attempt(week, `a cover is ${yes ? "confirmed" : "turned down"}`, () =>
      week.house.as("alliance").post(`${asked.path}/${yes ? "confirm" : "turn-down"}`, body),
    );
  },
  move: async (week, draw) => {
    const activity = activityOf(week, draw);
    const now = await week.house.machine.app.useCases.activities.get(activity.id);
    const session = now.sessions[draw.yes ? 0 : now.sessions.length - 1];
    if (!session || draw.hours === 0) return;
    const by = (instant: string) => new Date(Date.parse(instant) + draw.hours * HOUR).toISOString();
    const sessions = [{ id: session.id, startsAt: by(session.startsAt), endsAt: by(session.endsAt) }];
    const why = `${named(week, activity)} moves by ${draw.hours} h`;
    const before = await attempt(week, why, () =>
      week.house
        .as(runnerOf(week, activity))
        .post(`/activities/${activity.id}/reschedule`, { sessions, reason: "天气原因" }),
    );
    if (!before) return;
    const templates = ["activity.rescheduled", "activity.sessionMoved"];
    oweParticipants(week, before, { activityId: activity.id, sessionId: session.id, templates, why });
    noteClashes(week);
  },
  cancel: async (week, draw) => {
    const activity = activityOf(week, draw);
    const why = `${named(week, activity)} is cancelled`;
    const before = await attempt(week, why, () => week.house.cancel(activity, runnerOf(week, activity)));
    if (!before) return;
    oweParticipants(week, before, { activityId: activity.id, templates: ["activity.cancelled"], why });
  },
  revise: async (week, draw) => {
    const activity = activityOf(week, draw);
    const why = `${named(week, activity)} is elsewhere`;
    const place = `${draw.yes ? "东" : "西"}门 ${draw.hours} 号`;
    const stored = await week.house.machine.app.useCases.activities.get(activity.id);
    const before = await attempt(week, why, () =>
      week.house.as(runnerOf(week, activity)).patch(`/activities/${activity.id}`, { place }),
    );
    if (before && stored.place !== place)
      oweParticipants(week, before, { activityId: activity.id, templates: ["activity.revised"], why });
  },
  cancelSession: async (week, draw) => {
    const activity = activityOf(week, draw);
    const session = activity.sessions[draw.yes ? 0 : activity.sessions.length - 1];
    if (!session) return;
    const why = `a session of ${named(week, activity)} is cancelled`;
    const path = `/activities/${activity.id}/sessions/${session.id}/cancel`;
    const before = await attempt(week, why, () =>
      week.house.as(runnerOf(week, activity)).post(path, { reason: "暴雨" }),
    );
    const templates = ["activity.sessionCancelled"];
    const serving = before?.places.filter(isActive).filter(({ sessionId }) => sessionId === session.id) ?? [];
    owe(week, serving, { templates, why });
  },
  headCount: async (week, draw) => {
    const activity = activityOf(week, draw);
    const stored = await week.house.machine.app.useCases.activities.get(activity.id);
    const position = stored.sessions[draw.yes ? 0 : stored.sessions.length - 1]?.positions[0];
    if (!position) return;
    const headCount = Math.max(1, position.headCount + (draw.hours > 0 ? 1 : -1));
    const placed = week.standing.places.filter((row) => row.positionId === position.id && row.state === "placed");
    const isSettled = week.standing.allocated.has(activity.id);
    const losing = isSettled ? placed.slice(0, Math.max(0, placed.length - headCount)) : [];
    const path = `/activities/${activity.id}/positions/${position.id}/head-count`;
    const body = { headCount, losing: losing.map(({ memberId }) => memberId), reason: "场地变化" };
    await attempt(week, `${named(week, activity)} takes ${headCount}`, () =>
      week.house.as(runnerOf(week, activity)).post(path, body),
    );
  },
  dropCover: async (week) => {
    const given = needThat(week, ({ status }) => status === "accepted" || status === "confirmed");
    const who = given && week.house.whoIs(covererOf(given.need) ?? "");
    if (!given || !who || who === "nobody" || who === "system") return;
    await attempt(week, `${who} gives a cover back`, () =>
      week.house.as(who).post(`${given.path}/drop-out`, { reason: "孩子发烧" }),
    );
  },
  leaveCompany: async (week, draw) => {
    const who = whoOf(draw);
    if (week.model.leftAt.has(week.house.idOf(who))) return;
    const done = await attempt(week, `${who} leaves the company`, () => leaveToday(week, who));
    if (done) week.model.leftAt.set(week.house.idOf(who), week.house.machine.now());
  },
  ...MONEY,
  ...VISITS,
  ...WIDENING,
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;

/** How often each is drawn: much signing up, few ends. */
export const WEIGHTS: Readonly<Record<CommandName, number>> = {
  signUp: 14,
  withdraw: 3,
  askLeave: 3,
  decideLeave: 3,
  answerOffer: 4,
  cannotCome: 3,
  answerCover: 4,
  confirmCover: 3,
  move: 2,
  cancel: 1,
  revise: 1,
  cancelSession: 1,
  headCount: 2,
  dropCover: 1,
  leaveCompany: 1,
  askMoney: 2,
  decideMoney: 4,
  receipt: 4,
  twoReceipts: 1,
  voidExpense: 1,
  handIn: 2,
  settle: 2,
  beginSeries: 2,
  changeSeries: 2,
  skipVisit: 1,
  endSeries: 1,
  addSession: 2,
  widen: 2,
};
