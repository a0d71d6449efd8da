import type { Alliance, Started, Who } from "@yigong/testing/alliance.ts";
import { call, serve, TEXT } from "./first-year.ts";
import { send } from "./request.ts";
import type { Scenario } from "./scenario.ts";

const minutesAfter = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** Decides all that is pending: correction, objection, draft of rules, award run, leave, proposal, covers. */
async function decide(house: Alliance, { first, returned, covering, recruiting }: Scenario): Promise<void> {
  const page = async (who: Who, path: string) =>
    (await call(house, who)<{ items: { id: string }[] }>(`GET ${path}`)).items;
  const [correction] = await page("alliance", "/points/corrections");
  const path = `/activities/${first.id}/corrections/${correction?.id}/decision`;
  await call(house, "alliance")(`POST ${path}`, { verdict: "approve" });
  const [objection] = await page("alliance", "/points/objections");
  await call(house, "alliance")(`POST /points/objections/${objection?.id}/decision`, { upheld: true, reason: TEXT });
  const drafts = await call(house, "counterHead")<{ items: { id: string; state: string }[] }>("GET /rule-drafts");
  const open = drafts.items.find(({ state }) => state === "draft");
  await call(house, "counterHead")(`POST /rule-drafts/${open?.id}/adopt`);
  for (const who of ["counterHead", "hotlineHead"] as const)
    await call(house, who)("POST /awards/2026/runs/1/confirmation", {});
  // The correction came after the freeze of the run that is shown: it goes on, and the next one counts it.
  await call(house, "counterHead")("POST /awards/2025/runs/2/continuation", { reason: TEXT });
  await house.decideLeave(recruiting, "partyA2", { by: "secretaryA", approve: true });
  await house.sendAgain(returned, { plan: "走访独居老人，两人同行", wishes: { guidance: false } }, "lead");
  await house.refuse(returned);
  const needs = await house.coversOf(covering);
  for (const { status, by } of needs) {
    if (status === "offered") await house.acceptCover(covering, by as Who);
    await house.confirmCover(covering, by as Who, status === "offered" ? "counterHead" : "hotlineHead");
  }
}

/** Answers surveys by links that were sent before the export, and by phone. */
async function answer(house: Alliance, { links, oldLink, asking }: Scenario): Promise<void> {
  const [, second = "", third = ""] = links;
  await house.answerSurvey(oldLink, 5);
  await house.answerSurvey(second, 1);
  await house.answerSurvey(third, 4);
  const { items } = await call(
    house,
    "service",
  )<{ items: { clientId: string }[] }>(`GET /activities/${asking.id}/served`);
  await house.answerByPhone(asking, items[0]?.clientId ?? "", 5);
  await house.closeSurvey(asking);
}

/** People check in and out of several sessions of one day. */
async function serveAll(house: Alliance, sessions: readonly [Started, Who[]][]): Promise<void> {
  const [[day] = []] = sessions;
  if (!day) return;
  await house.advanceTo(day.at("09:00"));
  for (const [activity, people] of sessions) await house.checkIn(activity, ...people);
  await house.advanceTo(day.at("12:00"));
  for (const [activity, people] of sessions) await house.checkOut(activity, ...people);
  await house.advanceTo(day.at("14:01"));
}

/** Reads the outcome through the API. */
async function readEnd(house: Alliance): Promise<void> {
  for (const who of ["partyA1", "freeA1"] as const)
    for (const path of [`/members/${house.idOf(who)}/points?year=2026`, "/certificates"])
      await call(house, who)(`GET ${path}`);
  for (const path of ["/awards/2025/runs", "/awards/2026/runs"]) await call(house, "alliance")(`GET ${path}`);
  const conferred = await call(house, "alliance")<{ items: { code: string }[] }>("GET /certificates?year=2026");
  await send(house.machine, { method: "GET", path: `/certificates/${conferred.items[0]?.code}` });
}

/** Brings everything that is open at the export to its end. */
export async function continueScenario(house: Alliance, scenario: Scenario): Promise<void> {
  const { archiving, executing, covering, recruiting, full, proposing, late, last } = scenario;
  await house.advanceTo(minutesAfter(house.machine.now(), 1));
  await decide(house, scenario);
  await answer(house, scenario);
  await house.submitArchive(archiving);
  await house.signUp(proposing, "freeB1");
  await house.signUp(late, "partyA2");
  await house.signUp(last, "partyA3");
  await house.extend(full, "Recruit", full.at("08:00", -1));
  await house.cancel(late);
  await house.advanceTo(executing.at("12:00"));
  await house.checkOut(executing, "partyA2", "freeA1");
  await house.advanceTo(executing.at("14:01"));
  await house.fileArchive(executing);
  await serve(house, covering, "partyA1", "freeA2");
  await house.fileArchive(covering);
  await serveAll(house, [
    [full, ["freeA2"]],
    [recruiting, ["freeA1"]],
    [proposing, ["freeB1"]],
    [last, ["partyA3"]],
  ]);
  for (const activity of [full, recruiting, last]) await house.fileArchive(activity);
  await house.fileArchive(proposing, "lead");
  await house.advanceTo(full.at("10:00", 1));
  await readEnd(house);
}
