import { ALLIANCE, type Cast, ORGANIZER, SERVICE_DAY, type Size, TEAM, TEAM_LEAD } from "./roster.ts";
import { crowd, type Scene } from "./scene.ts";

/** An activity in the middle of its life. */
export interface Held {
  id: string;
  sessionId: string;
  positionId: string;
  /** Who runs it. */
  lead: string;
}

/** Instants of the story, ISO-8601 UTC; the alliance is eight hours ahead. */
export const INSTANTS = {
  published: "2026-09-01T01:00:00.000Z",
  signUp: "2026-09-02T02:00:00.000Z",
  recruitUntil: "2026-09-09T10:00:00.000Z",
  covered: "2026-09-10T02:30:00.000Z",
  startsAt: `${SERVICE_DAY}T01:00:00.000Z`,
  endsAt: `${SERVICE_DAY}T06:00:00.000Z`,
  archived: "2026-09-14T02:00:00.000Z",
  answered: "2026-09-15T02:00:00.000Z",
  reminded: "2026-09-22T02:00:00.000Z",
  over: "2026-10-20T00:00:00.000Z",
};

interface Shown {
  id: string;
  sessions: { id: string; positions: { id: string }[] }[];
}

const draftOf = ({ participants, proposal }: Size, teamId: string | undefined) => ({
  title: "重阳节敬老服务",
  description: "为社区老人量血压、修手机、打扫房间，陪老人说说话。",
  place: "海陵区凤凰社区",
  risks: "室内服务，注意用电和上下楼梯安全。",
  origin: proposal ? "team" : "alliance",
  scope: "general",
  beneficiary: "society",
  servedParty: { kind: "definite", description: "社区里接受服务的住户" },
  minimumPeople: 1,
  recruitUntil: INSTANTS.recruitUntil,
  surveyDays: 14,
  sessions: [
    {
      startsAt: INSTANTS.startsAt,
      endsAt: INSTANTS.endsAt,
      positions: [{ name: "服务员", headCount: participants }],
    },
  ],
  ...(proposal && { teamId, proposal: { plan: "分四组上门，每组一名组长。", wishes: { guidance: true } } }),
});

/** Starts the activity; a proposal is approved by the alliance. */
export async function publish(scene: Scene, size: Size): Promise<Held> {
  const lead = size.proposal ? TEAM_LEAD : ORGANIZER;
  const units = await scene.call<{ items: { id: string; name: string }[] }>(ALLIANCE, "GET", "/units?kind=team");
  const teamId = units.items.find(({ name }) => name === TEAM)?.id;
  const { id, sessions } = await scene.call<Shown>(lead, "POST", "/activities", draftOf(size, teamId));
  await scene.machine.settle();
  const verdict = { verdict: "approve", reason: "计划可行。", grants: {} };
  if (size.proposal) await scene.call(ALLIANCE, "POST", `/activities/${id}/proposal/decision`, verdict);
  await scene.machine.settle();
  return { id, sessionId: sessions[0]?.id ?? "", positionId: sessions[0]?.positions[0]?.id ?? "", lead };
}

/** Somebody opens the page of an activity on the phone: what it is, where they stand, what they may do. */
export const openPage = (scene: Scene, number: string, activityId: string): Promise<unknown> =>
  scene.call(number, "GET", `/activities/${activityId}/sign-ups/me`);

/**
 * Everybody opens the page and signs up; a few of the duty list ask for leave and get it; recruiting ends by its deadline.
 *
 * The organizer looks through the people when the places are given out.
 */
export async function recruit(
  scene: Scene,
  { id, positionId, lead }: Held,
  cast: Cast,
  { proposal }: Size,
): Promise<void> {
  const yes = { consent: true, acceptsRisks: true, positionId };
  await scene.machine.advanceTo(INSTANTS.signUp);
  await crowd(scene, cast.participants, async (number) => {
    await openPage(scene, number, id);
    await scene.call(number, "POST", `/activities/${id}/sign-ups`, yes);
  });
  if (!proposal) await takeLeave(scene, id, cast.onLeave);
  await scene.machine.advanceTo(INSTANTS.recruitUntil);
  await lookThrough(scene, lead, `/activities/${id}/people`);
}

/** Turns all pages of a list. */
export async function lookThrough(scene: Scene, number: string, path: string): Promise<void> {
  let cursor = "";
  do {
    const page = await scene.call<{ cursor?: string }>(number, "GET", `${path}?limit=200${cursor}`);
    cursor = page.cursor === undefined ? "" : `&cursor=${encodeURIComponent(page.cursor)}`;
  } while (cursor !== "");
}

async function takeLeave(scene: Scene, id: string, people: readonly string[]): Promise<void> {
  const plea = { reason: "workConflict", note: "当天机房割接，需要值守。" };
  await crowd(scene, people, async (number) => {
    await openPage(scene, number, id);
    await scene.call(number, "POST", `/activities/${id}/leaves`, plea);
  });
  await lookThrough(scene, ALLIANCE, `/activities/${id}/leaves`);
  await crowd(scene, people, (number) =>
    scene.call(ALLIANCE, "POST", `/activities/${id}/leaves/${scene.id(number)}/decision`, { approve: true }),
  );
}
