import type { Started } from "@yigong/testing/alliance.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type ConsoleStory, decide, onTheDay } from "./console-story.ts";
import { photo } from "./phone-story.ts";

interface Told {
  story: ConsoleStory;
  activity: Started;
  /** Where a tab of the activity is in the console. */
  at(tab?: string): string;
}

/** Whom the activity served, as the API has them. */
async function servedOf({ story, activity }: Told): Promise<{ answered: boolean }[]> {
  const path = `/activities/${activity.id}/served`;
  return (await story.house.as("service").get<{ items: { answered: boolean }[] }>(path)).items;
}

/** The day of the service: a code on the projector, the roll, the archive. */
export function onItsDay(told: () => Told): void {
  describe("on the day", () => {
    beforeAll(() => told().story.house.advanceTo(onTheDay("08:40")), 120_000);

    it("somebody types the digits of the projector on a phone, in English, and the ring counts them", async () => {
      const { story, activity, at } = told();
      const screen = await story.desk("organizer", at("screen"));
      await screen.getByRole("img", { name: "已到0人，应到3人" }).waitFor();
      const digits = /\b\d{6}\b/.exec(await screen.locator(".screen").innerText())?.[0] ?? "";
      const page = await story.phone("partyA1", "/m");
      await page.getByRole("link", { name: "Check in" }).click();
      await page.getByLabel("The six digits on the screen").fill(digits);
      await page.getByRole("button", { name: "Check in" }).click();
      await page.getByText("Checked in", { exact: false }).waitFor();
      await screen.getByRole("img", { name: "已到1人，应到3人" }).waitFor();

      expect(await story.house.attendanceOf(activity)).toEqual({ partyA1: "present" });
    });

    it("the organizer calls whoever has no phone at hand", async () => {
      const { story, activity, at } = told();
      const page = await story.desk("organizer", at("check-in"));
      for (const who of ["freeA1", "partyA2"]) {
        const row = page.getByRole("row", { name: new RegExp(who) });
        await row.getByRole("button", { name: "到", exact: true }).click();
        await row.getByText("负责人点名").waitFor();
      }
      await page.getByText(/^已到 3 · 缺席 0/).waitFor();

      expect(await story.house.attendanceOf(activity)).toEqual({
        ...{ freeA1: "present", partyA1: "present", partyA2: "present" },
      });
    });

    it("customer service adds who was served, in English", async () => {
      const { story, at } = told();
      const page = await story.desk("service", at("survey"), { locale: "en" });
      await page.getByRole("button", { name: "Add served clients" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("List").fill("王女士 13800001234\n李先生，13900001111");
      await dialog.getByText("2 understood").waitFor();
      await dialog.getByRole("button", { name: "Add served clients" }).click();
      await page.getByText("2 added, 0 were there already, 2 in all").waitFor();
      await page.getByText("138****1234").waitFor();

      expect((await servedOf(told())).length).toBe(2);
    });
  });

  describe("after the service", () => {
    beforeAll(() => told().story.house.advanceTo(onTheDay("14:01")), 120_000);

    it("the organizer files the archive by its checklist", async () => {
      const { story, activity, at } = told();
      const page = await story.desk("organizer", at());
      await page.getByRole("button", { name: /还缺：活动总结/ }).waitFor();
      await page
        .getByLabel("活动总结")
        .fill("三名志愿者在敬老院陪老人聊天、修好电视两台，教八位老人用手机，老人们满意。");
      await page.getByLabel("台账归属").click();
      await page.getByTitle("一支部").click();
      await page.locator("input[type=file]").setInputFiles(await photo("合影.jpg"));
      await page.getByText("可用", { exact: true }).waitFor();
      await decide(page, "提交归档");
      await page.getByText("一支部台账 2026年第1号", { exact: false }).waitFor();

      const register = await story.desk("alliance", "/console/register");
      await register.getByRole("row").filter({ hasText: "走进敬老院" }).getByText("按期归档").waitFor();

      expect((await story.house.stagesOf(activity)).status).toBe("surveying");
    });
  });
}

/** What a client says, what everybody gets, and why. */
export function afterwards(told: () => Told): void {
  describe("after it is filed", () => {
    it("a client answers what the message links to", async () => {
      const page = await told().story.followOutside("13800001234");
      for (const [field, value] of [
        ["satisfaction", "5"],
        ["solved", "yes"],
        ["recommend", "10"],
      ] as const)
        await page.locator(`label:has(input[name="${field}"][value="${value}"])`).click();
      await page.getByRole("button", { name: "提交评价" }).click();
      await page.getByRole("heading", { name: "您的评价已收到" }).waitFor();

      expect((await servedOf(told())).map(({ answered }) => answered).sort()).toEqual([false, true]);
    });

    it("customer service closes the survey, in English", async () => {
      const { story, activity, at } = told();
      const page = await story.desk("service", at("survey"));
      await page
        .getByRole("row", { name: /王女士/ })
        .getByText("answered", { exact: true })
        .waitFor();
      await page
        .getByRole("row", { name: /李先生/ })
        .getByText("not yet")
        .waitFor();
      await decide(page, "Close the survey");
      await page
        .getByText(/The survey closed/)
        .first()
        .waitFor();
      await story.house.machine.settle();

      expect((await story.house.stagesOf(activity)).status).toBe("done");
    });

    it("the points tab lists every entry, which leads to the person's points", async () => {
      const { story, activity, at } = told();
      const page = await story.desk("alliance", at("points"));
      const row = page.getByRole("row", { name: /partyA1 0011/ });
      await page
        .getByRole("row", { name: /coverA1/ })
        .getByRole("link", { name: "0.50" })
        .waitFor();
      await row.getByRole("link", { name: "1.25" }).click();
      await page.getByRole("heading", { level: 1, name: "partyA1的积分" }).waitFor();
      await page.getByRole("link", { name: "走进敬老院" }).waitFor();

      expect(await page.locator(".points-total").innerText()).toBe("1.25");
      expect(await story.house.pointsOf(activity)).toEqual({
        ...{ freeA1: "1.25", partyA1: "1.25", partyA2: "1.25", "coverA1 cover": "0.50" },
      });
    });

    it("whoever served reads the same on a phone, in English", async () => {
      const page = await told().story.phone("partyA1", "/m/points");
      await page.getByRole("link", { name: /走进敬老院/ }).click();
      await page.getByRole("heading", { name: "How it comes about" }).waitFor();

      expect(await page.locator("body").innerText()).toMatch(/Attendances: 1, 1\.00 each\s+1\.00/);
    });

    it("the record tells why, by people and by rules", async () => {
      const { story, at } = told();
      const page = await story.desk("organizer", at("record"));
      await page.getByText("理由：人数已满").first().waitFor();
      const why = await page.locator(".timeline").innerText();

      expect(why).toMatch(/批准请假\s+secretaryA 0004\s+以支部书记身份\s+因为：\s*partyA3 0013/);
      expect(why).toMatch(/提前结束「招募」\s+organizer 0003\s+理由：人数已满/);
      expect(why).toMatch(/自动 招募结束，分配名额\s+依据：招募截止时分一次名额/);
      expect(why).toMatch(/同意代班\s+coverA1 0022\s+因为：\s*partyA1 0011/);
      expect(why).toMatch(/确认代班\s+counterHead 0009/);
      expect(why).toMatch(/自动 开始回访\s+依据：有明确服务对象且能联系上才回访，到期截止\s+因为：\s*发出回访2份/);
      expect(why).toMatch(/自动 积分已入账，活动完成\s+依据：[^\n]+\s+因为：\s*入账4笔，共4\.25分/);
      expect(why).not.toMatch(/mem_|act_/);
    });

    it("nobody's page complained, and none asked anything of others", () => {
      const { story } = told();

      expect(story.people()).toBeGreaterThanOrEqual(6);
      expect(story.faults()).toEqual([]);
      expect(story.house.faults).toEqual([]);
    });
  });
}
