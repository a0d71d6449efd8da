import type { Alliance, Started } from "@yigong/testing/alliance.ts";

/** Served clients as people type them: what must never be in a log. */
export const CLIENTS = [
  { name: "王桂兰", mobile: "13912345601" },
  { name: "Li Guihua", mobile: "13912345602", email: "guihua.li@example.com" },
  { name: "赵铁柱", mobile: "13912345603" },
];
export const COMMENT = "小张师傅很热情 call me at 13912345699";

const WORDS = {
  title: "重阳节上门慰问",
  description: "为独居老人检修宽带，联系人孙主任 13912345698。",
  place: "凤凰街道莲花小区",
};

/** One alliance activity's whole life over HTTP, with leave, cover, check-in by code, a photo, a survey and points. */
export async function liveOnce(house: Alliance): Promise<Started> {
  const activity = await house.startActivity({
    in: 5,
    headCount: 4,
    ...WORDS,
    servedParty: { kind: "definite", description: "莲花小区独居老人" },
  });
  await house.putShifts([
    { who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") },
    { who: "coverA2", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") },
  ]);
  await house.as("organizer").post(`/activities/${activity.id}/served`, { clients: CLIENTS });
  await house.signUp(activity, "partyA1", "partyA2", "freeA1", "freeA2");
  await house.withdraw(activity, "freeA2", "母亲住院");
  await house.askLeave(activity, "partyA3", { note: "机房割接" });
  await house.decideLeave(activity, "partyA3", { by: "secretaryA", approve: true });
  await house.advanceTo(activity.at("18:30", -2));
  await house.acceptCover(activity, "coverA1");
  await house.confirmCover(activity, "coverA1");
  await house.advanceTo(activity.at("08:30"));
  await house.checkIn(activity, "partyA1", "partyA2", "freeA1");
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, "partyA1", "partyA2", "freeA1");
  await house.advanceTo(activity.at("14:01"));
  await house.appeal(activity, "partyA4");
  await house.fileArchive(activity);
  return activity;
}

/** What the clients answer, and the end. */
export async function answerAndEnd(house: Alliance, activity: Started): Promise<void> {
  const { web } = house.machine;
  for (const { mobile } of CLIENTS.slice(0, 1)) {
    const link = await house.linkOf(mobile);
    const shown = await (await web.request(link)).text();
    const [, submission = ""] = /name="submission" value="(\w+)"/.exec(shown) ?? [];
    const body = String(new URLSearchParams({ submission, satisfaction: "5", solved: "yes", comment: COMMENT }));
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    await web.request(link, { method: "POST", headers, body });
  }
  await house.answerByPhone(activity, "cli_0003", 4);
  await house.advanceTo(activity.at("18:00", 15));
}

/** What people and programs try that comes to nothing, each with something that is nobody else's business. */
export async function tryInVain(house: Alliance, activity: Started): Promise<void> {
  const { web } = house.machine;
  const refusedFor = (work: Promise<unknown>) => work.catch(() => undefined);
  await refusedFor(
    house.as("freeA1").post(`/activities/${activity.id}/leaves`, { reason: "家中有事", note: "孩子发烧" }),
  );
  await refusedFor(house.as("freeB1").get("/members/13912345697"));
  await refusedFor(
    house
      .as("freeA2")
      .post(`/activities/${activity.id}/sessions/${activity.sessions[0]?.id}/check-in`, { code: "482913" }),
  );
  await web.request("/s/q7x2mq7x2mq7x2mq7x2mq7x2mq7x2m11");
  await web.request("/nowhere/13912345696?name=孙大伟");
  await web.request("/api/v1/me", { headers: { authorization: "Bearer not.a.token13912345695" } });
  await web.request("/api/v1/activities", { method: "POST", body: "{张三" });
}
