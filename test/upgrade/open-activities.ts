import type { Alliance, Started } from "@yigong/testing/alliance.ts";
import { call, correct, TEXT } from "./first-year.ts";
import { coverer, DEFINITE } from "./second-year.ts";

/** An activity in each stage that waits, and two that are done. */
export interface OpenActivities {
  first: Started;
  asking: Started;
  surveying: Started;
  archiving: Started;
  executing: Started;
  covering: Started;
  recruiting: Started;
  full: Started;
  proposing: Started;
  returned: Started;
}

/** Mobile numbers of served clients. */
export const SURVEYED = ["13800000001", "13800000002", "13800000003"];
export const ASKED = ["13800000011", "13800000012"];

/** A team's activity, which needs the alliance's approval. */
function propose(house: Alliance, days: number): Promise<Started> {
  const wishes = { guidance: true, moneyFen: 50_000 };
  return house.startActivity({
    in: days,
    by: "lead",
    origin: "team",
    teamId: house.unitId("爱心奉献") as never,
    audience: { branchIds: [], teamIds: [] },
    proposal: { plan: "走访独居老人并检修线路", wishes } as never,
  });
}

async function startAll(house: Alliance, first: Started): Promise<OpenActivities> {
  const activities = {
    first,
    surveying: await house.startActivity({ in: 3, servedParty: DEFINITE, surveyDays: 8 }),
    asking: await house.startActivity({ in: 3, servedParty: DEFINITE, surveyDays: 6 }),
    archiving: await house.startActivity({ in: 3 }),
    executing: await house.startActivity({ in: 4 }),
    covering: await house.startActivity({ in: 5 }),
    recruiting: await house.startActivity({ in: 9 }),
    full: await house.startActivity({ in: 11, headCount: 1 }),
    proposing: await propose(house, 11),
    returned: await propose(house, 12),
  };
  await house.addServed(activities.surveying, SURVEYED);
  await house.addServed(activities.asking, ASKED);
  return activities;
}

async function recruit(house: Alliance, activities: OpenActivities): Promise<void> {
  const { surveying, asking, archiving, executing, covering, recruiting, full, returned } = activities;
  const [from, to] = [covering.at("08:00"), covering.at("16:00")];
  await house.putShifts([
    { who: "partyA1", post: "营业员", from, to },
    { who: "freeA2", post: "话务员", from, to },
  ]);
  await house.signUp(surveying, "partyA1", "freeA1");
  await house.signUp(asking, "partyA3");
  await house.signUp(archiving, "partyA2", "freeA2");
  await house.signUp(executing, "partyA2", "freeA1");
  await house.signUp(covering, "partyA1", "freeA2");
  await house.signUp(recruiting, "freeA1");
  await house.askLeave(recruiting, "partyA2");
  await house.askLeave(recruiting, "partyA4", { reason: "illness", evidence: "门诊病历" });
  await house.decideLeave(recruiting, "partyA4", { by: "secretaryA", approve: true });
  await house.signUp(full, "partyA1", "freeA2");
  await house.returnForChanges(returned);
}

/** From 2 January 2027 to 6 January, 10:00 in Shanghai, during a session. */
export async function openActivities(house: Alliance, first: Started): Promise<OpenActivities> {
  await house.advanceTo("2027-01-02T02:00:00.000Z");
  const now = await startAll(house, first);
  await recruit(house, now);
  await call(house, "counterHead")("POST /awards/2024/runs", { reason: TEXT });
  await house.advanceTo(now.surveying.at("09:00"));
  await house.checkIn(now.surveying, "partyA1", "freeA1");
  await house.checkIn(now.asking, "partyA3");
  await house.checkIn(now.archiving, "partyA2", "freeA2");
  await house.advanceTo(now.surveying.at("14:01"));
  await house.fileArchive(now.surveying);
  await house.writeSummary(now.asking, "organizer");
  await house.addPhoto(now.asking, "organizer");
  await house.answerSurvey(await house.linkOf(SURVEYED[0] ?? ""), 4);
  await correct(house, first, "partyA1");
  const said = { activityId: first.id, text: TEXT };
  await call(house, "partyA2")("POST /points/objections", said, "objection-2");
  await house.advanceTo(now.executing.at("09:30"));
  await house.checkIn(now.executing, "partyA2", "freeA1");
  await call(house, "freeA1")(`POST /activities/${now.executing.id}/diaries`, { text: TEXT }, "diary-of-2027");
  await house.acceptCover(now.covering, await coverer(house, now.covering));
  await house.advanceTo(now.executing.at("10:00"));
  return now;
}
