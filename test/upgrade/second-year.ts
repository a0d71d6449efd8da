import type { Alliance, Started, Who } from "@yigong/testing/alliance.ts";
import { call, correct, serve, TEXT } from "./first-year.ts";

/** Mobile numbers of served clients. */
export const CLIENTS = ["13700000001", "13700000002", "13700000003", "13700000004", "13700000005", "13700000006"];
export const DEFINITE = { kind: "definite" as const, description: "文化广场周边住户" };

/** Who is asked to cover for the first need of an activity. */
export async function coverer(house: Alliance, activity: Started): Promise<Who> {
  const [need] = await house.coversOf(activity);
  return (need?.by ?? "nobody") as Who;
}

/** Recruitment with leaves, a waiting list, a withdrawal, and a cover that is declined once. */
async function recruit(house: Alliance): Promise<Started> {
  const activity = await house.startActivity({ in: 6, headCount: 2, servedParty: DEFINITE, surveyDays: 3 });
  const [from, to] = [activity.at("08:00"), activity.at("16:00")];
  await house.putShifts([{ who: "partyA1", post: "营业员", from, to }]);
  await house.signUp(activity, "partyA1", "freeA1", "freeA2", "partyA4");
  await house.withdraw(activity, "partyA4", "临时有事");
  await house.askLeave(activity, "partyA2");
  await house.askLeave(activity, "partyA3");
  await house.decideLeave(activity, "partyA2", { by: "secretaryA", approve: true });
  await house.decideLeave(activity, "partyA3", { by: "secretaryA", approve: false });
  await house.advanceTo(activity.at("18:01", -2));
  await house.declineCover(activity, await coverer(house, activity));
  const second = await coverer(house, activity);
  await house.acceptCover(activity, second);
  await house.confirmCover(activity, second);
  return activity;
}

/** A session with a wrong code, a roll-call, stated half days, an upheld appeal and a back entry. */
async function execute(house: Alliance, activity: Started): Promise<void> {
  const session = `/activities/${activity.id}/sessions/${activity.sessions[0]?.id}`;
  await house.advanceTo(activity.at("09:00"));
  const { code } = await house.as("alliance").get<{ code: string }>(`${session}/code`);
  const wrong = code === "000000" ? "000001" : "000000";
  await house
    .as("freeA1")
    .post(`${session}/check-in`, { code: wrong })
    .catch(() => {});
  await house.checkIn(activity, "freeA1");
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, "freeA1");
  const away = { memberId: house.idOf("partyA3"), state: "absent", why: "未到场" };
  const there = { memberId: house.idOf("partyA1"), state: "present", halfDays: 1 };
  await house.as("organizer").post(`${session}/roll-call`, { lines: [away, there] });
  await call(house, "organizer")(`PUT ${session}/attendance/${there.memberId}/half-days`, { halfDays: 0 });
  await house.advanceTo(activity.at("14:01"));
  await house.appeal(activity, "partyA3");
  await house.decideAppeal(activity, "partyA3", { by: "secretaryA", upheld: true });
  const late = { memberId: house.idOf("partyA4"), halfDays: 1, reason: TEXT };
  await call(house, "organizer")(`POST ${session}/back-entries`, late);
  await call(house, "alliance")(`POST ${session}/back-entries/${late.memberId}/approve`);
}

/** Diary, deeds, archive, answers by link and by phone, happiness. */
async function afterwards(house: Alliance, activity: Started): Promise<void> {
  await house.addServed(activity, CLIENTS);
  await call(house, "freeA1")(`POST /activities/${activity.id}/diaries`, { text: TEXT }, "diary-of-2026");
  const deed = { date: house.machine.now().slice(0, 10), description: TEXT, beneficiary: "society" };
  await call(house, "alliance")("POST /deeds", { ...deed, activityId: activity.id }, "deed-of-2026");
  const { id } = await call(house, "alliance")<{ id: string }>("POST /deeds", deed, "deed-to-void");
  await call(house, "alliance")(`POST /deeds/2026/${id}/void`, { reason: "重复登记" });
  await house.fileArchive(activity);
  const [byPhone = "", ...byLink] = CLIENTS;
  for (const mobile of byLink) await house.answerSurvey(await house.linkOf(mobile), 5);
  const { items } = await call(
    house,
    "service",
  )<{ items: { clientId: string }[] }>(`GET /activities/${activity.id}/served`);
  await house.answerByPhone(activity, items[CLIENTS.indexOf(byPhone)]?.clientId ?? "", 4);
  await call(house, "partyA1")(`POST /activities/${activity.id}/happiness`, { score: 5, comment: "很有意义" });
}

/** Activities of 2026 that are over, and a correction of 2025, which makes its awards run again. */
export async function secondYear(house: Alliance, first: Started): Promise<Started> {
  await house.advanceTo("2026-12-01T02:00:00.000Z");
  const activity = await recruit(house);
  const off = await house.startActivity({ in: 20 });
  await house.signUp(off, "partyA1");
  await house.cancel(off);
  await execute(house, activity);
  await afterwards(house, activity);
  const plain = await house.startActivity({ in: 4 });
  await house.signUp(plain, "partyA1", "partyA2", "freeA2");
  await serve(house, plain, "partyA1", "freeA2");
  await house.fileArchive(plain);
  await correct(house, first, "freeA1", { verdict: "approve" });
  return activity;
}
