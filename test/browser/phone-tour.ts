import { UnitId } from "@yigong/core/organization/organization.ts";
import type { Started } from "@yigong/testing/alliance.ts";
import type { Page } from "playwright-core";
import { advice } from "./advice-tour.ts";
import { keep } from "./console-tour-data.ts";
import { askingHappiness, bindAccount, changingAccounts, deciding } from "./decision-tour.ts";
import { marksOnPhone } from "./growth-tour.ts";
import type { PhoneHouse } from "./phone.ts";
import { daysTour } from "./phone-tour-days.ts";
import type { Visit } from "./stop.ts";
import { trainersOnPhone } from "./trainers-tour.ts";
import { trainingOnPhone } from "./training-tour.ts";
import { weather } from "./weather-tour.ts";

const LONG =
  "“红红火火过国庆”社区文明共建与便民服务进广场系列活动（第三十二期）：检修宽带、讲解手机、陪伴老人、清扫楼道";
const LONG_PLACE = "江苏省泰州市海陵区城中街道文化广场东侧便民服务大厅二楼会议室（乘电梯上楼右转，凭工作证进入）";

const within = ({ id }: Started, page = "") => `/m/activities/${id}${page}`;

/** Answers of the API that a phone gets instead: pages are to show each of them. */
const refuse = (page: Page, status: number) =>
  page.route("**/api/v1/me/home", (route) =>
    route.fulfill({
      status,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: status === 503 ? "暂时不可用" : "出了问题",
        status,
        code: status === 503 ? "store.unavailable" : "internal",
        detail: "暂时连不上数据库，请稍后再试。",
        requestId: "req_01K9ZQ3V7M",
      }),
    }),
  );

/** Everybody's pages before anything has happened. */
async function beforehand(visit: Visit): Promise<void> {
  await visit({ name: "home-empty", who: "freeB1", path: "/m" });
  await visit({ name: "activities-empty", who: "freeB1", path: "/m/activities" });
  await visit({ name: "covers-empty", who: "partyA1", path: "/m/covers" });
  await visit({ name: "points-empty", who: "partyA1", path: "/m/points" });
  await visit({ name: "approvals-empty", who: "secretaryA", path: "/m/approvals" });
  await visit({ name: "record-empty", who: "partyA1", path: "/m/record" });
  await visit({ name: "campaigns-empty", who: "partyA1", path: "/m/campaigns" });
  await visit({ name: "deed-empty", who: "partyA1", path: "/m/deed" });
  await visit({ name: "missing", who: "partyA1", path: "/m/nowhere" });
  await visit({
    name: "home-error",
    who: "partyA1",
    path: "/m/me",
    act: async (page) => {
      await refuse(page, 500);
      await page.getByRole("link", { name: /^(首页|Home)$/ }).click();
      await page.getByRole("alert").waitFor();
    },
  });
}

async function recruiting({ house }: PhoneHouse, visit: Visit): Promise<Started> {
  const activity = await house.startActivity({ in: 4, headCount: 2 });
  const long = await house.startActivity({
    in: 6,
    title: LONG,
    place: LONG_PLACE,
    description: `${LONG}\n\n${LONG_PLACE}`,
    audience: { branchIds: ["一支部", "二支部"].map((name) => UnitId.parse(house.unitId(name))), teamIds: [] },
    sessions: [0, 1].map((day) => ({
      startsAt: house.day(6 + day, "09:00"),
      endsAt: house.day(6 + day, "12:00"),
      positions: [
        { name: "便民服务台接待与登记引导", headCount: 2 },
        { name: "宽带检修", headCount: 1, requiredSkills: ["光纤熔接", "高处作业"] },
      ],
    })),
  });
  await house.signUp(activity, "partyA2", "freeA1");
  const from = activity.at("08:00");
  await house.putShifts([
    { who: "partyA1", post: "营业员", from, to: activity.at("16:00") },
    { who: "partyA2", post: "营业员", from, to: activity.at("16:00") },
  ]);
  await visit({ name: "home", who: "partyA1", path: "/m" });
  await visit({
    name: "home-more",
    who: "partyA1",
    path: "/m",
    act: (page) => page.getByRole("button", { name: /另有|Further/ }).click(),
  });
  await visit({ name: "home-offline", who: "partyA1", path: "/m", act: (page) => page.context().setOffline(true) });
  await visit({ name: "activities", who: "partyA1", path: "/m/activities" });
  await visit({ name: "activities-reasons", who: "freeB1", path: "/m/activities" });
  await visit({ name: "activity", who: "partyA1", path: within(activity) });
  await visit({ name: "activity-long", who: "partyA1", path: within(long) });
  await visit({ name: "sign-up", who: "partyA1", path: within(activity, "/sign-up") });
  await visit({ name: "sign-up-long", who: "partyA1", path: within(long, "/sign-up") });
  await visit({ name: "leave", who: "partyA1", path: within(activity, "/leave") });
  await house.askLeave(activity, "partyA3", { note: "当天在机房值班，调不开", evidence: "排班表照片" });
  await visit({ name: "activity-leave-asked", who: "partyA3", path: within(activity) });
  await visit({ name: "approvals", who: "secretaryA", path: "/m/approvals" });
  await visit({
    name: "approval-leave",
    who: "secretaryA",
    path: `/m/approvals/leave/${activity.id}.${house.idOf("partyA3")}`,
  });
  return activity;
}

async function proposing({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const teams = ["爱心奉献", "信息化专家"].map((name) => house.unitId(name));
  const proposed = await house.startActivity({
    ...{ in: 20, by: "lead", origin: "team", teamId: house.unitId("爱心奉献") as never },
    proposal: {
      plan: "走访独居老人并检修线路，分四组，每组五人。",
      wishes: { guidance: true, moneyFen: 50_000, volunteers: { teamIds: teams, headCount: 8 } },
    } as never,
  });
  await visit({ name: "approval-proposal", who: "alliance", path: `/m/approvals/proposal/${proposed.id}` });
  await visit({
    name: "approval-proposal-grants",
    who: "alliance",
    path: `/m/approvals/proposal/${proposed.id}`,
    act: async (page) => {
      await page.getByLabel(/指导人员|Adviser/).fill("service");
      await page.getByText("service").last().click();
      await page.getByText("信息化专家").click();
    },
  });
  await visit({ name: "approval-gone", who: "alliance", path: "/m/approvals/proposal/none" });
}

async function covering(phones: PhoneHouse, activity: Started, visit: Visit): Promise<void> {
  const { house } = phones;
  await house.signUp(activity, "partyA1");
  await house.advanceTo(activity.at("18:01", -2));
  const { items } = await house.as("coverA1").get<{ items: { id: string }[] }>("/me/covers");
  const needId = items[0]?.id ?? "";
  await visit({ name: "covers", who: "coverA1", path: "/m/covers" });
  await visit({ name: "cover", who: "coverA1", path: `/m/covers/${needId}` });
  await visit({
    name: "cover-declining",
    who: "coverA1",
    path: `/m/covers/${needId}`,
    act: (page) => page.getByRole("button", { name: /谢绝|Decline/ }).click(),
  });
  await visit({ name: "cover-gone", who: "partyB1", path: `/m/covers/${needId}` });
  await house.acceptCover(activity, "coverA1");
  await visit({ name: "cover-accepted", who: "coverA1", path: `/m/covers/${needId}` });
  await visit({ name: "approval-cover", who: "counterHead", path: `/m/approvals/cover/${activity.id}.${needId}` });
  await house.confirmCover(activity, "coverA1");
}

async function serving({ house }: PhoneHouse, activity: Started, visit: Visit): Promise<void> {
  await house.advanceTo(activity.at("08:40"));
  await visit({ name: "activity-check-in", who: "partyA2", path: within(activity) });
  await visit({ name: "screen", who: "organizer", path: within(activity, "/screen") });
  await house.checkIn(activity, "partyA2");
  await visit({ name: "activity-checked-in", who: "partyA2", path: within(activity) });
  await visit({ name: "activity-leader", who: "organizer", path: within(activity) });
  await visit({ name: "roll-call", who: "organizer", path: within(activity, "/roll-call") });
  await visit({
    name: "roll-call-offline",
    who: "organizer",
    path: within(activity, "/roll-call"),
    act: async (page) => {
      await page.context().setOffline(true);
      await page
        .getByRole("button", { name: /^(到|Present)$/ })
        .last()
        .click();
      await page
        .getByText(/待同步|handed in/)
        .first()
        .waitFor();
    },
  });
  await visit({
    name: "walk-in",
    who: "organizer",
    path: within(activity, "/roll-call"),
    act: async (page) => {
      await page.getByRole("button", { name: /临时|just came/ }).click();
      await page.getByLabel(/姓名或工号|Name or employee/).fill("freeA2");
      await page.getByText("freeA2").last().waitFor();
    },
  });
  await visit({ name: "diary", who: "partyA2", path: within(activity, "/diary") });
}

async function afterwards(phones: PhoneHouse, activity: Started, visit: Visit): Promise<void> {
  const { house } = phones;
  await house.advanceTo(activity.at("14:01"));
  await visit({ name: "activity-archiving", who: "partyA2", path: within(activity) });
  await house.fileArchive(activity);
  await house.advanceTo(activity.at("14:02"));
  await visit({ name: "home-points", who: "partyA2", path: "/m" });
  await visit({ name: "points", who: "partyA2", path: "/m/points" });
  const year = await house.as("partyA2").get<{ entries: { items: { id: string }[] } }>("/members/me/points");
  await visit({
    name: "entry",
    who: "partyA2",
    path: `/m/points/${encodeURIComponent(year.entries.items[0]?.id ?? "")}`,
  });
  await askingHappiness(phones, activity, visit);
  await kept(house, activity, visit);
  await marksOnPhone(phones, activity.id, visit);
  await bindAccount(house, "partyA2");
  await visit({ name: "record", who: "partyA2", path: "/m/record" });
  await visit({ name: "me", who: "partyA2", path: "/m/me" });
  await visit({
    name: "me-unbinding",
    who: "partyA2",
    path: "/m/me",
    act: (page) => page.getByRole("button", { name: /解绑账号|Take the account away/ }).click(),
  });
  await visit({ name: "me-roles", who: "alliance", path: "/m/me" });
}

/** What stays of an activity: a campaign, a typical case, praise, a deed. */
async function kept(house: PhoneHouse["house"], activity: Started, visit: Visit): Promise<void> {
  const campaignId = await keep(house, activity);
  await house.as("organizer").post("/praise", {
    ...{ issuer: "社区居民委员会", date: "2026-08-30", text: "上门检修宽带，随叫随到。" },
    to: { kind: "member", memberId: house.idOf("partyA2") },
  });
  const said = { date: "2026-09-01", description: "下班路上扶起摔倒的老人，陪同到医院。", beneficiary: "society" };
  const { id: deedId } = await house.as("partyA2").post<{ id: string }>("/deeds", said);
  await visit({ name: "campaigns", who: "partyA2", path: "/m/campaigns" });
  await visit({ name: "campaign", who: "partyA2", path: `/m/campaigns/${campaignId}` });
  await visit({ name: "deed", who: "partyA2", path: `/m/deed?activity=${activity.id}` });
  await visit({ name: "approval-deed", who: "secretaryA", path: `/m/approvals/deed/2026.${deedId}` });
  await visit({ name: "activity-typical", who: "partyA2", path: within(activity) });
}

/** Goes through the life of an activity and stops at each page, in each of its states. */
export async function tour(phones: PhoneHouse, visit: Visit): Promise<void> {
  await beforehand(visit);
  await trainingOnPhone(phones, visit);
  await trainersOnPhone(phones, visit);
  const activity = await recruiting(phones, visit);
  await weather(phones, visit, "/m");
  await advice(phones, visit, "/m");
  await proposing(phones, visit);
  await changingAccounts(phones, visit);
  await covering(phones, activity, visit);
  await serving(phones, activity, visit);
  await afterwards(phones, activity, visit);
  await daysTour(phones, visit);
  await deciding(phones, activity, visit);
}
