import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const definite = { kind: "definite" as const, description: "文化广场周边住户" };
const path = ({ id }: Started) => `/activities/${id}`;
const record = async (said: object): Promise<string> =>
  (await house.as("service").post<{ id: string }>("/contacts", { kind: "person", source: { from: "visit" }, ...said }))
    .id;
const tell = (id: string, wanted: boolean) =>
  house.as("service").put(`/contacts/${id}/do-not-contact`, { wanted, why: "来电要求" });

/** An activity whose service is over, for the given contacts. */
async function served(contactIds: readonly string[], papers = 0): Promise<Started> {
  const activity = await house.startActivity({ in: 3, servedParty: definite });
  if (contactIds.length > 0) await house.as("organizer").post(`${path(activity)}/served`, { contactIds });
  if (papers > 0) await house.as("organizer").put(`${path(activity)}/survey/papers`, { handedOut: papers });
  await house.signUp(activity, "freeA1");
  await house.advanceTo(activity.at("09:00"));
  await house.checkIn(activity, "freeA1");
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, "freeA1");
  await house.advanceTo(activity.at("14:01"));
  return activity;
}
const issuedOf = async (activity: Started) =>
  (await house.as("organizer").get<{ counts: object }>(`${path(activity)}/survey`)).counts;

it("asks who may be asked when the archive is filed: a guardian for a child, and nobody who said no before or after", async () => {
  const [open, barred, gone, child] = ["13900000001", "13900000002", "13900000003", "13900000004"];
  const ids = await Promise.all([
    record({ name: "周阿姨", mobile: open }),
    record({ name: "钱大爷", mobile: barred }),
    record({ name: "孙师傅", mobile: gone }),
    record({ name: "小明", bornOn: "2016-05-01", guardian: { name: "明妈", mobile: child } }),
  ]);
  const activity = await served(ids);
  await tell(ids[1] ?? "", true);
  await house.as("service").post(`/contacts/${ids[2]}/removal`, { cause: "asked" });
  await house.fileArchive(activity);
  const reached = await Promise.all([open, barred, gone, child].map((mobile) => house.linkOf(mobile)));

  expect(reached.map((link) => link !== "")).toEqual([true, false, false, true]);
  expect(await issuedOf(activity)).toMatchObject({ issued: 2, delivered: 2 });
  expect(await house.answerSurvey(reached[3] ?? "", 5)).toBe(200);
});

it("reminds at half-time only who may still be asked, at the number that was corrected meanwhile", async () => {
  const [old, corrected, silent] = ["13900000011", "13900000012", "13900000013"];
  const moved = await record({ name: "李阿姨", mobile: old });
  const stops = await record({ name: "吴大爷", mobile: silent });
  const activity = await served([moved, stops]);
  await house.fileArchive(activity);
  const first = await house.linkOf(silent);
  await house.as("service").patch(`/contacts/${moved}`, { version: 0, mobile: corrected });
  await tell(stops, true);
  await house.advanceTo(activity.at("14:01", 11));

  expect(await house.linkOf(corrected)).not.toBe("");
  expect(await house.linkOf(silent)).toBe(first);
  expect(await issuedOf(activity)).toMatchObject({ issued: 2 });
});

it("holds a survey on paper alone, and its answers make the grade", async () => {
  const activity = await served([], 6);
  await house.fileArchive(activity);
  const sheets = [1, 2, 3, 4, 5].map((sheet) => ({ sheet, answer: { satisfaction: 5, solved: "yes" } }));
  await house.as("service").post(`${path(activity)}/survey/paper-answers`, { once: "batch-one", sheets });
  await house.closeSurvey(activity);

  expect(await house.surveyOf(activity)).toMatchObject({
    status: "closed",
    counts: { issued: 6, answered: 5, papers: { issued: 6, answered: 5 } },
    tally: { satisfaction: [0, 0, 0, 0, 5], channels: { paper: { n: 5, top: 5 } } },
  });
  expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "closedEarly" });
});
