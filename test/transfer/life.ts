import { everyAccount } from "@yigong/application/points/take-root.ts";
import type { RunView } from "@yigong/functions/api/award.view.ts";
import type { Alliance, Started, Who } from "@yigong/testing/alliance.ts";

export const BEGIN = "2026-12-01T01:00:00.000Z";
const CLIENTS = ["13700000001", "13700000002", "13700000003"];
const committee = { role: "committee" as const, scope: { kind: "all" as const }, from: "2010-01-01T00:00:00.000Z" };
const RUN = "/awards/2026/runs/1";

/** Serves in an activity's only session: there from its beginning to its end. */
async function serve(house: Alliance, activity: Started, ...people: Who[]): Promise<void> {
  await house.advanceTo(activity.at("09:00"));
  await house.checkIn(activity, ...people);
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, ...people);
  await house.advanceTo(activity.at("14:01"));
}

/** An activity of the old year that is done, and one of its entries corrected by two people. */
async function lastYear(house: Alliance): Promise<Started> {
  for (const who of ["counterHead", "hotlineHead"] as const)
    await house.machine.app.useCases.members.change(house.idOf(who), (member) => ({
      to: { ...member, roles: [...member.roles, committee] },
      at: house.machine.now(),
    }));
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await serve(house, activity, "partyA1", "partyA2", "freeA1");
  await house.fileArchive(activity);
  const path = `/activities/${activity.id}/corrections`;
  const change = { kind: "absent", sessionId: activity.sessions[0]?.id, excused: true };
  const wish = { memberId: house.idOf("partyA2"), change, reason: "现场名单核对" };
  const { id } = await house.as("organizer").post<{ id: string }>(path, wish);
  await house.as("alliance").post(`${path}/${id}/decision`, { verdict: "approve" });
  return activity;
}

/** What is under way when the machine is moved: an activity in each stage that waits, and a year's awards. */
export interface Story {
  surveying: Started;
  archiving: Started;
  executing: Started;
  covering: Started;
  recruiting: Started;
  proposing: Started;
  done: Started;
  /** Links in the hands of clients. */
  links: string[];
}

/** A machine's life up to the morning of 6 January 2027, when sessions run and people wait. */
export async function liveUntilMove(house: Alliance): Promise<Story> {
  const done = await lastYear(house);
  await house.advanceTo("2027-01-02T02:00:00.000Z");
  const definite = { kind: "definite" as const, description: "文化广场周边住户" };
  const surveying = await house.startActivity({ in: 3, servedParty: definite, surveyDays: 8 });
  const archiving = await house.startActivity({ in: 3 });
  const executing = await house.startActivity({ in: 4 });
  const covering = await house.startActivity({ in: 5 });
  const recruiting = await house.startActivity({ in: 9 });
  const proposing = await house.startActivity({
    in: 10,
    by: "lead",
    origin: "team",
    teamId: house.unitId("爱心奉献") as never,
    audience: { branchIds: [], teamIds: [] },
    proposal: { plan: "走访独居老人并检修线路", wishes: { guidance: true } } as never,
  });
  await house.addServed(surveying, CLIENTS);
  await house.putShifts([{ who: "partyA1", post: "营业员", from: covering.at("08:00"), to: covering.at("16:00") }]);
  await house.signUp(surveying, "partyA1", "freeA1");
  await house.signUp(archiving, "partyA2", "freeA2");
  await house.signUp(executing, "partyA2", "freeA1");
  await house.signUp(covering, "partyA1", "freeA2");
  await house.signUp(recruiting, "freeA1");
  await house.askLeave(recruiting, "partyA2");
  await house.advanceTo(surveying.at("09:00"));
  await house.checkIn(surveying, "partyA1", "freeA1");
  await house.checkIn(archiving, "partyA2", "freeA2");
  await house.advanceTo(surveying.at("14:01"));
  await house.fileArchive(surveying);
  const links = await Promise.all(CLIENTS.map(house.linkOf));
  await house.advanceTo(executing.at("09:30"));
  await house.checkIn(executing, "partyA2", "freeA1");
  await house.advanceTo(executing.at("10:00"));
  return { surveying, archiving, executing, covering, recruiting, proposing, done, links };
}

/** Everything that was under way comes to its end: people do the same on the machine that moved and on the one that did not. @returns how each client's answer was taken */
export async function liveOn(house: Alliance, story: Story): Promise<number[]> {
  const { archiving, executing, covering, recruiting, proposing, links } = story;
  const answers: number[] = [];
  for (const link of links) answers.push(await house.answerSurvey(link, 5));
  await house.as("counterHead").post(`${RUN}/confirmation`, {});
  await house.as("hotlineHead").post(`${RUN}/confirmation`, {});
  const asked = (await house.coversOf(covering)).find(({ status }) => status === "offered")?.by as Who;
  await house.acceptCover(covering, asked);
  await house.confirmCover(covering, asked);
  await house.decideLeave(recruiting, "partyA2", { by: "secretaryA", approve: true });
  await house.approve(proposing);
  await house.signUp(proposing, "freeB1");
  await house.fileArchive(archiving);
  await house.advanceTo(executing.at("12:00"));
  await house.checkOut(executing, "partyA2", "freeA1");
  await house.advanceTo(executing.at("14:01"));
  await house.fileArchive(executing);
  await serve(house, covering, "partyA1", "freeA2");
  await house.fileArchive(covering);
  await serve(house, recruiting, "freeA1");
  await house.fileArchive(recruiting);
  await serve(house, proposing, "freeB1");
  await house.fileArchive(proposing, "lead");
  await house.advanceTo("2027-01-15T01:00:00.000Z");
  return answers;
}

/** What all of it has come to, without what only the way there decides. */
export async function endOf(house: Alliance, { links: _, ...activities }: Story) {
  const { ledger } = house.machine.app.useCases;
  const balances: Record<string, unknown> = {};
  for await (const { pseudonym, seq, years } of everyAccount(ledger)) balances[pseudonym] = { seq, years };
  const ends: Record<string, unknown> = {};
  for (const [name, activity] of Object.entries(activities))
    ends[name] = {
      stages: await house.stagesOf(activity),
      points: await house.pointsOf(activity),
      attendance: await house.attendanceOf(activity),
      duty: await house.dutyCounts(activity),
      covers: await house.coversOf(activity),
      told: await house.told(activity, "freeA1"),
    };
  const run = await house.as("auditor").get<RunView>(RUN);
  return { ends, balances, run: { status: run.status, computed: run.computed } };
}
