import { draftOf } from "@yigong/testing/alliance/organizing.ts";
import type { Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { enterCode, press, pressIn, said } from "./desk.ts";
import type { Phone, PhoneHouse } from "./phone.ts";
import { isBuilt, openPhones } from "./phone.ts";
import { photo } from "./phone-story.ts";

const calm = (...opened: Phone[]) => opened.flatMap(({ faults, elsewhere }) => [...faults, ...elsewhere]);
const closeAll = (...opened: Phone[]) => Promise.all(opened.map((one) => one.close()));

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the days around an activity", () => {
    let phones: PhoneHouse;
    beforeAll(async () => {
      phones = await openPhones();
    }, 120_000);
    afterAll(() => phones.close());

    it("tells what it means before somebody says that they cannot come, and whom it falls to afterwards", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 5, headCount: 1, audience: { branchIds: [], teamIds: [] } });
      await house.signUp(activity, "freeA1", "freeA2");
      await house.advanceTo(activity.at("18:01", -2));
      const phone = await phones.phone("freeA1");
      await phone.open(`/m/activities/${activity.id}`);
      await phone.page.getByRole("link", { name: "我来不了" }).click();
      await phone.page.getByRole("heading", { name: "会这样办理" }).waitFor();
      const means = await phone.page.locator("main").innerText();
      await phone.page.getByLabel("为什么来不了").fill("临时出差");
      await phone.page.getByRole("button", { name: "确认来不了" }).click();
      await said(phone.page, "已办理。");
      await house.machine.settle();

      expect(means).toContain("名额");
      expect(await house.placesOf(activity)).toEqual({ freeA1: "withdrawn", freeA2: "offered" });
      expect(await house.told(activity, "organizer")).toContain("participation.withdrew");
      expect(calm(phone)).toEqual([]);
      await closeAll(phone);
      await house.cancel(activity);
    }, 120_000);

    it("takes a receipt on the phone, and settles it by a second person who sees it", async () => {
      const { house } = phones;
      const activity = await granted(phones, 30_000);
      const phone = await phones.phone("lead");
      await phone.open(`/m/activities/${activity.id}/money`);
      await phone.page.getByLabel("金额（元）").fill("120.50");
      await phone.page.getByLabel("用途").fill("矿泉水和路费");
      await phone.page.locator('input[type="file"]').setInputFiles(await photo("发票.jpg"));
      const record = phone.page.getByRole("button", { name: "登记支出" });
      await record.click();
      await said(phone.page, "已登记，还剩179.50元。");
      await house.machine.settle();
      await phone.page.getByRole("button", { name: "提交结算" }).click();
      await said(phone.page, "待结算");
      await house.machine.settle();
      const desk = await phones.desk("alliance");
      await desk.open(`/console/activities/${activity.id}/money`);
      await said(desk.page, "120.50元 · 矿泉水和路费");
      await press(desk.page, "核对无误，结清");
      await pressIn(desk.page, "核对无误，结清");
      await enterCode(phones, desk.page);
      await said(desk.page, "已结清，支出120.50元");

      expect(await house.as("lead").get(`/activities/${activity.id}/spending`)).toMatchObject({
        ...{ state: "settled", spentFen: 12_050, leftFen: 17_950 },
      });
      expect(calm(phone, desk)).toEqual([]);
      await closeAll(phone, desk);
      await house.cancel(activity, "lead");
    }, 120_000);

    it("changes all visits that follow at once, and says which stay as they were", async () => {
      const { house } = phones;
      const id = await weekly(phones);
      const { visits } = await house.as("organizer").get<Series>(`/series/${id}`);
      const [alone, follows] = visits.flatMap(({ activityId }) => activityId ?? []);
      await house.as("organizer").patch(`/activities/${alone}`, { place: "福利院花园" });
      const desk = await phones.desk("organizer");
      await desk.open(`/console/series/${id}`);
      await press(desk.page, "更改之后的各次");
      await desk.page.getByRole("dialog").getByLabel("地点").fill("福利院二号楼");
      await pressIn(desk.page, "更改之后的各次");
      await said(desk.page, /已更改。随之更改的活动：\d+个/);
      await said(desk.page, /：已单独更改/);
      const placeOf = async (activityId = "") =>
        (await house.as("freeA1").get<{ place: string }>(`/activities/${activityId}`)).place;

      expect([await placeOf(alone), await placeOf(follows)]).toEqual(["福利院花园", "福利院二号楼"]);
      expect(calm(desk)).toEqual([]);
      await closeAll(desk);
    }, 120_000);

    it("takes in a sheet on paper that a second person approves as a whole", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 4 });
      await house.signUp(activity, "partyA1", "freeA1");
      await house.advanceTo(activity.at("20:00"));
      const path = `/console/activities/${activity.id}/paper-sheet/${activity.sessions[0]?.id}`;
      const desk = await phones.desk("organizer");
      await desk.open(path);
      await desk.page.getByRole("checkbox", { name: "partyA1 已签名" }).check();
      await desk.page.getByLabel("为何现在才录入").fill("现场没有网络，回来才录入");
      await press(desk.page, "提交签到表");
      await said(desk.page, "已提交 1 人，等另一人批准");
      await house.machine.settle();
      const before = await house.attendanceOf(activity);
      const second = await phones.desk("alliance");
      await second.open(path);
      await said(second.page, "待批准的签到表");
      await press(second.page, "批准整张");
      await pressIn(second.page, "批准整张");
      await enterCode(phones, second.page);
      await said(second.page, "已批准签到表");

      expect(before.partyA1).not.toBe("present");
      expect((await house.attendanceOf(activity)).partyA1).toBe("present");
      expect(calm(desk, second)).toEqual([]);
      await closeAll(desk, second);
      await house.cancel(activity);
    }, 120_000);
  });

interface Series {
  visits: { activityId?: string }[];
}

/** An activity of a team, with money for it. */
async function granted({ house }: PhoneHouse, moneyFen: number): Promise<Started> {
  const activity = await house.startActivity({
    ...{ in: 10, by: "lead", origin: "team", teamId: house.unitId("爱心奉献") as never },
    proposal: { plan: "走访独居老人并检修线路", wishes: { guidance: false, moneyFen } } as never,
  });
  await house.approve(activity, { moneyFen });
  return activity;
}

/** A visit on three days of the week, the first of which are activities already. @returns the id of the series */
async function weekly({ house }: PhoneHouse): Promise<string> {
  const { sessions: _, recruitUntil: __, ...content } = draftOf(house, { in: 1, title: "福利院探访" });
  const day = (days: number) => house.day(days, "12:00").slice(0, 10);
  const { id } = await house.as("organizer").post<{ id: string }>("/series", {
    ...{ content, from: day(3), until: day(40), announceDays: 14, recruitHours: 24 },
    sessions: [{ startTime: "14:00", minutes: 120, positions: [{ name: "陪伴", headCount: 3 }] }],
    rule: { kind: "weekly", everyWeeks: 1, weekdays: [2, 4, 6] },
  });
  return id;
}
