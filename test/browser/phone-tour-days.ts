import type { Started, Who } from "@yigong/testing/alliance.ts";
import type { Page } from "playwright-core";
import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

type House = PhoneHouse["house"];

const within = ({ id }: Started, page = "") => `/m/activities/${id}${page}`;
const localDay = (house: House, days: number) =>
  new Date(Date.parse(house.day(days, "12:00"))).toISOString().slice(0, 10);
const press = (name: RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

/** Who is away by plan, and what became of it. */
async function planningAbsence({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const say = async (who: Who, said: object) => {
    const { items } = await house.as(who).post<{ items: { id: string; from: string }[] }>("/me/away", said);
    return items.at(-1)?.id ?? "";
  };
  const decide = (awayId: string, body: object) =>
    house.as("secretaryA").post(`/members/${house.idOf("partyA4")}/away/${awayId}/decision`, body);
  await visit({ name: "away-empty", who: "freeB1", path: "/m/away" });
  await visit({
    name: "away-weekly",
    who: "freeB1",
    path: "/m/away",
    act: async (page) => {
      await page.getByText(/^(每周的某几天|On some days)/).click();
    },
  });
  const first = await say("partyA4", { from: localDay(house, 20), to: localDay(house, 24), note: "回新疆探亲" });
  await decide(first, { approve: true });
  const weekly = { from: localDay(house, 30), to: localDay(house, 90), weekdays: [2, 4] };
  await say("partyA4", { ...weekly, note: "每周二、四晚上夜校，直到学期结束；期间周末可以参加" });
  const { items } = await house.as("partyA4").get<{ items: { id: string; status: string }[] }>("/me/away");
  const asked = items.find(({ status }) => status === "asked")?.id ?? "";
  await visit({ name: "away", who: "partyA4", path: "/m/away" });
  await visit({ name: "away-taking-back", who: "partyA4", path: "/m/away", act: press(/^(取消|收回|撤回|Take)/) });
  await visit({
    name: "approval-away",
    who: "secretaryA",
    path: `/m/approvals/away/${house.idOf("partyA4")}.${asked}`,
  });
}

/** Who acts for whom. */
async function standingIn({ house }: PhoneHouse, visit: Visit): Promise<void> {
  await visit({ name: "deputy-none", who: "freeB1", path: "/m/deputy" });
  await visit({ name: "deputy-empty", who: "secretaryB", path: "/m/deputy" });
  const { roles } = await house.as("secretaryB").get<{ roles: { role: string; scope: object }[] }>("/me/deputies");
  const named = { deputyId: house.idOf("partyB3"), from: house.machine.now(), until: house.day(14, "00:00") };
  const [{ role, scope } = { role: "", scope: {} }] = roles;
  await house.as("secretaryB").post(`/members/${house.idOf("secretaryB")}/deputies`, { ...named, role, scope });
  await visit({ name: "deputy", who: "secretaryB", path: "/m/deputy" });
  await visit({ name: "deputy-ending", who: "secretaryB", path: "/m/deputy", act: press(/^(结束|End)/) });
  await visit({ name: "deputy-acting", who: "partyB3", path: "/m/deputy" });
  await visit({
    name: "deputy-finding",
    who: "secretaryB",
    path: "/m/deputy",
    act: async (page) => {
      await page.getByRole("textbox").first().fill("partyB");
      await page.getByText("partyB4").first().waitFor();
    },
  });
}

/** Who cannot come, and who is asked in their place. */
async function changingHands({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const activity = await house.startActivity({ in: 5, headCount: 2, audience: { branchIds: [], teamIds: [] } });
  await house.signUp(activity, "partyA2", "freeA1", "freeB1", "freeA2");
  await visit({ name: "cannot-early", who: "freeA1", path: within(activity, "/cannot") });
  await house.advanceTo(activity.at("18:01", -2));
  await visit({ name: "cannot-duty", who: "partyA2", path: within(activity, "/cannot") });
  await visit({ name: "cannot", who: "freeA1", path: within(activity, "/cannot") });
  await visit({ name: "cannot-nothing", who: "coverHotline", path: within(activity, "/cannot") });
  await house.withdraw(activity, "freeA1", "临时出差");
  const offer = within(activity, `/offers/${activity.sessions[0]?.id}`);
  const [asked = "freeB1"] = Object.entries(await house.placesOf(activity)).flatMap(([who, state]) =>
    state === "offered" ? [who as Who] : [],
  );
  await visit({ name: "offer", who: asked, path: offer });
  await visit({ name: "offer-gone", who: "freeA1", path: offer });
  await visit({ name: "home-offer", who: asked, path: "/m" });
  await callingOff({ house }, activity, visit);
}

/** Who was reached, and who still is to be called. */
async function callingOff({ house }: Pick<PhoneHouse, "house">, activity: Started, visit: Visit): Promise<void> {
  const path = within(activity, "/reached");
  await visit({ name: "reached-empty", who: "organizer", path });
  const sessions = activity.sessions.map(({ id }) => ({
    ...{ id, startsAt: activity.at("09:00", 1), endsAt: activity.at("12:00", 1) },
  }));
  await house
    .as("organizer")
    .post(`/activities/${activity.id}/call-off`, { reason: "雷暴预警", postpone: { sessions } });
  await house.as("organizer").put(`/activities/${activity.id}/reached/${house.idOf("partyA2")}`, {});
  // Whoever checks people in since then was told of nothing.
  await house.as("organizer").put(`/activities/${activity.id}/stewards/${house.idOf("coverA2")}`, {});
  await visit({
    name: "reached",
    who: "organizer",
    path,
    act: press(/^(查看电话|Show the number)$/),
  });
  await house.cancel(activity);
}

/** Granted money, from the first receipt to what was given back. */
async function spendingMoney({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const helpers = { teamIds: [house.unitId("爱心奉献")], headCount: 3 };
  const activity = await house.startActivity({
    ...{ in: 6, by: "lead", origin: "team", teamId: house.unitId("爱心奉献") as never, title: "陪伴独居老人" },
    proposal: {
      plan: "走访独居老人并检修线路",
      wishes: { guidance: false, moneyFen: 50_000, volunteers: helpers },
    } as never,
  });
  await house.approve(activity, { moneyFen: 30_000, volunteerTeamIds: helpers.teamIds });
  const money = within(activity, "/money");
  await visit({ name: "money-empty", who: "lead", path: money });
  await house.spend(activity, { by: "lead", fen: 12_050 });
  await house.spend(activity, { by: "lead", fen: 8_000, what: "租用面包车往返海陵区敬老院，含司机餐费和两次过路费" });
  await visit({ name: "money", who: "lead", path: money });
  await house.as("lead").post(`/activities/${activity.id}/spending/hand-in`);
  await visit({ name: "money-handed-in", who: "lead", path: money });
  await visit({ name: "money-settling", who: "alliance", path: money });
  const decide = (verdict: object) =>
    house.as("alliance").post(`/activities/${activity.id}/spending/decision`, verdict);
  await decide({ verdict: "return", reason: "少一张过路费的发票，请补上" });
  await visit({ name: "money-returned", who: "lead", path: money });
  await house.as("lead").post(`/activities/${activity.id}/spending/hand-in`);
  await decide({ verdict: "settle" });
  await visit({ name: "money-settled", who: "lead", path: money });
  await visit({ name: "helpers", who: "lead", path: within(activity, "/helpers") });
  const answer = `/activities/${activity.id}/helpers/${house.unitId("爱心奉献")}/answer`;
  await house.as("lead").post(answer, { answer: "name", memberIds: [house.idOf("partyA1")] });
  await visit({ name: "helpers-named", who: "lead", path: within(activity, "/helpers") });
  await house.cancel(activity, "lead");
}

/** A long-term service, as its owner has it on the way. */
async function visitingLong({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const { id } = await house.as("lead").post<{ id: string }>("/services", {
    ...{ title: "海陵街道独居老人线路检修", forWhom: "海陵街道两位独居老人，腿脚不便", cadenceDays: 14 },
  });
  await visit({ name: "service-new", who: "lead", path: `/m/services/${id}` });
  const day = localDay(house, 0);
  await house.as("lead").post(`/services/${id}/visits`, { day, note: "换了两处老化的插座" });
  const { version } = await house.as("lead").get<{ version: number }>(`/services/${id}`);
  const solved = { state: "partly", how: "客厅的线路已经换新，厨房等配件", since: day };
  await house.as("lead").put(`/services/${id}/solved`, { version, solved });
  await visit({ name: "service", who: "lead", path: `/m/services/${id}` });
}

/** A sheet on paper that was typed in late waits for a second person. */
async function typingPaper({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const activity = await house.startActivity({ in: 4, title: "小区清扫" });
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await house.advanceTo(activity.at("20:00"));
  const session = activity.sessions[0]?.id ?? "";
  await house.as("organizer").post(`/activities/${activity.id}/sessions/${session}/paper-sheet`, {
    lines: [
      { memberId: house.idOf("partyA1"), state: "present" },
      { memberId: house.idOf("partyA2"), state: "absent", why: "签到表上没有签名" },
    ],
    reason: "现场没有网络，回来才录入",
  });
  await visit({
    name: "approval-paper-sheet",
    who: "alliance",
    path: `/m/approvals/paperSheet/${activity.id}.${session}`,
  });
  await house.cancel(activity);
}

/** The pages of the days around an activity: absence, deputies, "I cannot come", offers, weather, money, services, paper. */
export async function daysTour(phones: PhoneHouse, visit: Visit): Promise<void> {
  await planningAbsence(phones, visit);
  await standingIn(phones, visit);
  await visitingLong(phones, visit);
  await spendingMoney(phones, visit);
  await changingHands(phones, visit);
  await typingPaper(phones, visit);
}
