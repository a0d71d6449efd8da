import { draftOf } from "@yigong/testing/alliance/organizing.ts";
import type { Started } from "@yigong/testing/alliance.ts";
import type { Page } from "playwright-core";
import { lineOf } from "./console-tour-words.ts";
import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

type House = PhoneHouse["house"];

const within = ({ id }: Started, tab: string) => `/console/activities/${id}/${tab}`;
const localDay = (house: House, days: number) =>
  new Date(Date.parse(house.day(days, "12:00"))).toISOString().slice(0, 10);
const press = (name: RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

/** Visits that repeat, and what they begin with. */
async function repeating({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const { sessions: _, recruitUntil: __, ...content } = draftOf(house, { in: 1, title: "福利院探访" });
  const sessions = [{ startTime: "09:00", minutes: 120, positions: [{ name: "陪伴", headCount: 3 }] }];
  await visit({ name: "series-empty", who: "organizer", path: "/console/series" });
  await visit({ name: "new-repeats", who: "organizer", path: "/console/activities/new?repeats=weekly" });
  await house.as("organizer").post("/activity-templates", { name: "福利院探访（上午）", content, sessions });
  await visit({ name: "new-templates", who: "organizer", path: "/console/activities/new" });
  const begin = (said: object) =>
    house.as("organizer").post<{ id: string; version: number }>("/series", {
      ...{ content, sessions, from: localDay(house, 3), until: localDay(house, 60) },
      ...{ rule: { kind: "weekly", everyWeeks: 1, weekdays: [3, 6] }, announceDays: 10, ...said },
    });
  const { id, version } = await begin({});
  await begin({
    content: { ...content, title: lineOf("title") },
    ...{ rule: { kind: "monthlyOnWeekday", nth: -1, weekday: 6 }, until: localDay(house, 300) },
  });
  const { visits } = await house.as("organizer").get<{ visits: { day: string }[] }>(`/series/${id}`);
  const day = visits[5]?.day;
  await house.as("organizer").post(`/series/${id}/skip`, { day, reason: "元旦放假，福利院不接待", version });
  const path = `/console/series/${id}`;
  await visit({ name: "series", who: "organizer", path: "/console/series" });
  await visit({ name: "series-one", who: "organizer", path });
  await visit({
    name: "series-changing",
    who: "organizer",
    path,
    act: press(/^(更改之后的各次|Change all that follow)$/),
  });
  await visit({ name: "series-skipping", who: "organizer", path, act: press(/^(跳过这次|Skip this visit)$/) });
  await visit({ name: "series-reader", who: "secretaryA", path });
}

/** Services that go on until the real difficulty is solved. */
async function serving({ house }: PhoneHouse, visit: Visit): Promise<void> {
  await visit({ name: "services-empty", who: "lead", path: "/console/services" });
  await visit({
    name: "services-beginning",
    who: "lead",
    path: "/console/services",
    act: press(/^(开始长期服务|Begin a long-term service)$/),
  });
  const begin = (said: object) =>
    house.as("lead").post<{ id: string; version: number }>("/services", { cadenceDays: 14, ...said });
  const { id } = await begin({ title: "独居老人线路检修", forWhom: "海陵街道两位独居老人，腿脚不便" });
  await begin({ title: lineOf("title"), forWhom: lineOf("place"), programme: "银龄安居" });
  const day = localDay(house, 0);
  await house.as("lead").post(`/services/${id}/visits`, { day, note: "换了两处老化的插座" });
  const { version } = await house.as("lead").get<{ version: number }>(`/services/${id}`);
  const solved = { state: "partly", how: "客厅的线路已经换新，厨房等配件", since: day };
  await house.as("lead").put(`/services/${id}/solved`, { version, solved });
  await visit({ name: "services", who: "lead", path: "/console/services" });
  await visit({ name: "service", who: "lead", path: `/console/services/${id}` });
  await visit({
    name: "service-visiting",
    who: "lead",
    path: `/console/services/${id}`,
    act: press(/^(记录走访|Record a visit)$/),
  });
  await visit({
    name: "service-solving",
    who: "lead",
    path: `/console/services/${id}`,
    act: press(/^(说明是否解决|Say whether it is solved)$/),
  });
}

/** Granted money and helpers, in one tab. */
async function spending({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const helpers = { teamIds: [house.unitId("爱心奉献"), house.unitId("信息化专家")], headCount: 3 };
  const activity = await house.startActivity({
    ...{ in: 6, by: "lead", origin: "team", teamId: house.unitId("爱心奉献") as never, title: "陪伴独居老人" },
    proposal: {
      plan: "走访独居老人并检修线路",
      wishes: { guidance: true, moneyFen: 50_000, volunteers: helpers },
    } as never,
  });
  const adviserId = house.idOf("service");
  await house.approve(activity, { moneyFen: 30_000, volunteerTeamIds: helpers.teamIds, adviserId });
  const path = within(activity, "money");
  await visit({ name: "money-open", who: "lead", path });
  await visit({ name: "money-adding", who: "lead", path, act: press(/^(登记支出|Record an expense)$/) });
  await house.spend(activity, { by: "lead", fen: 12_050 });
  await house.spend(activity, { by: "lead", fen: 8_000, what: "租用面包车往返海陵区敬老院，含司机餐费和两次过路费" });
  await visit({ name: "money-spent", who: "lead", path });
  await house.as("lead").post(`/activities/${activity.id}/spending/hand-in`);
  await visit({ name: "money-settling", who: "alliance", path });
  const decide = (verdict: object) =>
    house.as("alliance").post(`/activities/${activity.id}/spending/decision`, verdict);
  await decide({ verdict: "return", reason: "少一张过路费的发票，请补上" });
  const team = house.unitId("爱心奉献");
  const answer = { answer: "name", memberIds: [house.idOf("partyA1"), house.idOf("partyA2")] };
  await house.as("lead").post(`/activities/${activity.id}/helpers/${team}/answer`, answer);
  await visit({ name: "money-returned", who: "lead", path });
  await house.as("lead").post(`/activities/${activity.id}/spending/hand-in`);
  await decide({ verdict: "settle" });
  await visit({ name: "money-settled", who: "alliance", path });
  await house.cancel(activity, "lead");
}

/** A sheet that was signed on paper: in time, late, and before a second person. */
async function paper({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const activity = await house.startActivity({ in: 3, title: "小区清扫" });
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await house.advanceTo(activity.at("11:00"));
  const session = activity.sessions[0]?.id ?? "";
  const path = within(activity, `paper-sheet/${session}`);
  await visit({ name: "paper-sheet", who: "organizer", path });
  await house.advanceTo(activity.at("20:00"));
  // The clock of a page that stays open stands still.
  await visit({ name: "paper-sheet-late", who: "organizer", path, act: (page) => page.reload() });
  await house.as("organizer").post(`/activities/${activity.id}/sessions/${session}/paper-sheet`, {
    lines: [
      { memberId: house.idOf("partyA1"), state: "present" },
      { memberId: house.idOf("partyA2"), state: "absent", why: "签到表上没有签名" },
    ],
    reason: "现场没有网络，回来才录入",
  });
  await visit({ name: "paper-sheet-second", who: "alliance", path });
  await visit({ name: "messages-tab", who: "alliance", path: within(activity, "messages") });
  await house.cancel(activity);
}

/** Settings while something is typed, and a person who is away and whose roles somebody has. */
async function settling({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const path = "/console/settings";
  await visit({
    name: "templates-writing",
    who: "admin",
    path: `${path}/templates`,
    act: async (page) => {
      await page.locator(".ant-collapse-header").first().click();
      await page
        .getByRole("button", { name: /^(改写文字|Change the words)$/ })
        .first()
        .click();
    },
  });
  const away = { from: localDay(house, 20), to: localDay(house, 24), note: "回新疆探亲" };
  await house.as("partyA4").post("/me/away", away);
  await visit({ name: "person-away", who: "secretaryA", path: `/console/people/${house.idOf("partyA4")}` });
}

/** The pages of the days around an activity: series, services, money, paper, messages, what settings ask for. */
export async function consoleDaysTour(phones: PhoneHouse, visit: Visit): Promise<void> {
  await repeating(phones, visit);
  await serving(phones, visit);
  await spending(phones, visit);
  await paper(phones, visit);
  await settling(phones, visit);
}
