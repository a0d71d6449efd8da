import type { Plan } from "@yigong/testing/alliance/organizing.ts";
import type { Started } from "@yigong/testing/alliance.ts";
import type { PhoneHouse } from "./phone.ts";
import type { Stop, Visit } from "./stop.ts";

/** Stands wherever somebody may type something. */
export const TYPED = "⟦写⟧";
const TEXT = `${TYPED}，写十个字以上的内容`;

const within = ({ id }: Started, page = "") => `/m/activities/${id}${page}`;
const typed = { title: TYPED, place: TYPED, description: TEXT, risks: TEXT };

/** An activity with something typed in each of its fields. */
const start = (house: PhoneHouse["house"], plan: Plan): Promise<Started> =>
  house.startActivity({
    ...typed,
    sessions: [
      {
        startsAt: house.day(plan.in, "09:00"),
        endsAt: house.day(plan.in, "12:00"),
        positions: [
          { name: TYPED, headCount: 3 },
          { name: `${TYPED}乙`, headCount: 1, requiredSkills: [TYPED] },
        ],
      },
    ],
    ...plan,
  });

/** What is asked before the deadline: places, leave, plans; and what was called off. */
async function recruiting({ house }: PhoneHouse, visit: Visit): Promise<Started> {
  const shift = { post: "营业员", from: house.day(4, "08:00"), to: house.day(4, "16:00") } as const;
  await house.putShifts([{ who: "partyA2", ...shift }]);
  const activity = await start(house, { in: 4 });
  const other = await start(house, { in: 30, servedParty: { kind: "definite", description: TYPED } });
  const called = await start(house, { in: 31 });
  await house.as("organizer").post(`/activities/${called.id}/cancel`, { reason: TEXT });
  const plan = { plan: TEXT, wishes: { guidance: true } } as never;
  const team = { by: "lead", origin: "team", teamId: house.unitId("爱心奉献") as never, proposal: plan } as const;
  const proposed = await start(house, { in: 20, ...team });
  const returned = await start(house, { in: 21, ...team });
  const verdict = { verdict: "return", reason: TEXT };
  await house.as("alliance").post(`/activities/${returned.id}/proposal/decision`, verdict);
  for (const who of ["partyA3", "partyA4"] as const)
    await house.askLeave(activity, who, { note: TEXT, evidence: TEXT });
  const leave = `/activities/${activity.id}/leaves/${house.idOf("partyA3")}/decision`;
  await house.as("secretaryA").post(leave, { approve: false, reason: TEXT });

  await visit({ name: "home", who: "partyA1", path: "/m" });
  await visit({ name: "home, more", who: "partyA3", path: "/m", act: (page) => page.getByText(/^另有/).click() });
  await visit({ name: "activities", who: "partyA1", path: "/m/activities" });
  await visit({ name: "activity", who: "partyA1", path: within(other) });
  await visit({ name: "activity, called off", who: "partyA1", path: within(called) });
  await visit({ name: "activity, leave refused", who: "partyA3", path: within(activity) });
  await visit({ name: "sign-up", who: "partyA1", path: within(activity, "/sign-up") });
  await visit({ name: "leave", who: "partyA1", path: within(activity, "/leave") });
  await visit({ name: "approvals", who: "secretaryA", path: "/m/approvals" });
  const asked = `${activity.id}.${house.idOf("partyA4")}`;
  await visit({ name: "approval of leave", who: "secretaryA", path: `/m/approvals/leave/${asked}` });
  await visit({ name: "approval of a plan", who: "alliance", path: `/m/approvals/proposal/${proposed.id}` });
  await visit({ name: "home, plan returned", who: "lead", path: "/m" });
  return activity;
}

async function covering({ house }: PhoneHouse, activity: Started, visit: Visit): Promise<void> {
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await house.advanceTo(activity.at("18:01", -2));
  const { items } = await house.as("coverA1").get<{ items: { id: string }[] }>("/me/covers");
  const need = items[0]?.id ?? "";
  await visit({ name: "covers", who: "coverA1", path: "/m/covers" });
  await visit({
    name: "cover, declining",
    who: "coverA1",
    path: `/m/covers/${need}`,
    act: (page) => page.getByRole("button", { name: "谢绝" }).click(),
  });
  await house.acceptCover(activity, "coverA1");
  await visit({ name: "approval of a cover", who: "counterHead", path: `/m/approvals/cover/${activity.id}.${need}` });
  await house.confirmCover(activity, "coverA1");
}

async function serving({ house }: PhoneHouse, activity: Started, visit: Visit): Promise<void> {
  await house.advanceTo(activity.at("08:40"));
  await house.checkIn(activity, "partyA2", "freeA1");
  await house.as("partyA2").post(`/activities/${activity.id}/diaries`, { text: TEXT });
  await visit({ name: "roll-call", who: "organizer", path: within(activity, "/roll-call") });
  await visit({
    name: "walk-in",
    who: "organizer",
    path: within(activity, "/roll-call"),
    act: async (page) => {
      await page.getByRole("button", { name: "登记临时到场的人" }).click();
      await page.getByLabel("姓名或工号").fill("party");
      await page.getByText("选择本人").waitFor();
    },
  });
  await visit({ name: "screen", who: "organizer", path: within(activity, "/screen") });
  await visit({ name: "diary", who: "partyA2", path: within(activity, "/diary") });
  await house.advanceTo(activity.at("14:01"));
  const session = activity.sessions[0]?.id;
  const wish = { memberId: house.idOf("partyA4"), halfDays: 1, reason: TEXT };
  await house.as("organizer").post(`/activities/${activity.id}/sessions/${session}/back-entries`, wish);
  await house.as("partyA1").post(`/activities/${activity.id}/absences/${session}/appeal`, { text: TEXT });
  await visit({ name: "approvals after", who: "alliance", path: "/m/approvals" });
  const absent = `${activity.id}.${session}.${house.idOf("partyA1")}`;
  await visit({ name: "approval of an appeal", who: "secretaryA", path: `/m/approvals/appeal/${absent}` });
  const late = `${activity.id}.${session}.${house.idOf("partyA4")}`;
  await visit({ name: "approval of a late entry", who: "alliance", path: `/m/approvals/backEntry/${late}` });
}

/** What stays of an activity: a campaign, a typical case, praise, deeds that wait and that were turned down. */
async function kept(house: PhoneHouse["house"], activity: Started, visit: Visit): Promise<void> {
  const [from, to] = [house.day(-9, "12:00").slice(0, 10), house.day(9, "12:00").slice(0, 10)];
  const campaign = { name: `${TYPED}名`, from, to, summary: TEXT };
  const { id: campaignId } = await house.as("alliance").post<{ id: string }>("/campaigns", campaign);
  await house.as("organizer").put(`/activities/${activity.id}/campaign`, { campaignId });
  await house.as("alliance").post(`/activities/${activity.id}/typical-case`, { why: TEXT });
  const praised = { kind: "member", memberId: house.idOf("partyA2") };
  const praise = { issuer: `${TYPED}方`, date: from, text: TEXT, to: praised };
  await house.as("alliance").post("/praise", praise);
  const said = { date: from, description: TEXT, beneficiary: "society" };
  const { id: refused } = await house.as("partyA2").post<{ id: string }>("/deeds", said);
  await house.as("alliance").post(`/deeds/2026/${refused}/void`, { reason: TEXT });
  const { id: deedId } = await house.as("partyA2").post<{ id: string }>("/deeds", said);
  await visit({ name: "campaigns", who: "partyA2", path: "/m/campaigns" });
  await visit({ name: "campaign", who: "partyA2", path: `/m/campaigns/${campaignId}` });
  await visit({ name: "deed", who: "partyA2", path: `/m/deed?activity=${activity.id}` });
  await visit({ name: "approval of a deed", who: "secretaryA", path: `/m/approvals/deed/2026.${deedId}` });
}

interface Year {
  entries: { items: { id: string }[] };
}

async function afterwards({ house }: PhoneHouse, activity: Started, visit: Visit): Promise<void> {
  await house.fileArchive(activity);
  await house.advanceTo(activity.at("14:02"));
  const [entry] = (await house.as("partyA2").get<Year>("/members/me/points")).entries.items;
  const objected = { entryId: entry?.id, text: TEXT };
  const { id } = await house.as("partyA2").post<{ id: string }>("/points/objections", objected);
  const change = { kind: "absent", sessionId: activity.sessions[0]?.id, excused: true };
  const wish = { memberId: house.idOf("freeA1"), change, reason: TEXT };
  const { id: correction } = await house
    .as("organizer")
    .post<{ id: string }>(`/activities/${activity.id}/corrections`, wish);
  const asking: Omit<Stop, "path"> = { name: "approval of an objection", who: "alliance" };
  await visit({ ...asking, path: `/m/approvals/objection/${id}` });
  await visit({
    ...{ name: "approval of a correction", who: "alliance" },
    path: `/m/approvals/correction/${activity.id}.${correction}`,
  });
  await house.as("alliance").post(`/points/objections/${id}/decision`, { upheld: false, reason: TEXT });
  await house
    .as("alliance")
    .post(`/activities/${activity.id}/corrections/${correction}/decision`, { verdict: "approve" });
  await kept(house, activity, visit);
  await visit({ name: "points", who: "partyA2", path: "/m/points" });
  await visit({ name: "entry", who: "partyA2", path: `/m/points/${encodeURIComponent(entry?.id ?? "")}` });
  await visit({ name: "record", who: "partyA2", path: "/m/record" });
  await visit({ name: "me", who: "partyA2", path: "/m/me" });
}

/** Goes through the life of an activity and stops at each page that shows what somebody typed. */
export async function hostileTour(phones: PhoneHouse, visit: Visit): Promise<void> {
  const activity = await recruiting(phones, visit);
  await covering(phones, activity, visit);
  await serving(phones, activity, visit);
  await afterwards(phones, activity, visit);
}
