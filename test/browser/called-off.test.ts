import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("an activity in bad weather", () => {
    let phones: PhoneHouse;
    beforeAll(async () => {
      phones = await openPhones();
    }, 120_000);
    afterAll(() => phones.close());

    it("is cancelled in the console, which goes on to the list of whom to phone, where a call is ticked", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 4 });
      await house.signUp(activity, "freeA1");
      await house.as("organizer").put(`/activities/${activity.id}/stewards/${house.idOf("freeB1")}`, {});
      const desk = await phones.desk("organizer");
      await desk.open(`/console/activities/${activity.id}`);
      await desk.page.getByRole("button", { name: "更多操作" }).click();
      await desk.page.getByRole("menuitem", { name: "因天气取消或改期" }).click();
      await desk.page.getByLabel("理由").fill("暴雨橙色预警");
      await desk.page.getByRole("button", { name: "因天气取消或改期" }).click();
      await desk.page.getByRole("heading", { name: "通知到位情况" }).waitFor();
      await desk.page.getByRole("button", { name: "查看电话" }).first().click();
      await desk.page.getByText("查看电话已记入审计").waitFor();
      await desk.page.getByRole("button", { name: "已电话告知" }).first().click();
      await desk.page.locator(".ant-tag", { hasText: "已电话告知" }).waitFor();

      expect(await house.stagesOf(activity)).toMatchObject({ status: "cancelled" });
      expect([desk.faults, desk.elsewhere]).toEqual([[], []]);
      await desk.close();
    });

    it("is postponed on the organizer's phone, for which it needs a reason and other times", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 4 });
      await house.signUp(activity, "freeA1");
      const phone = await phones.phone("organizer");
      await phone.open(`/m/activities/${activity.id}`);
      await phone.page.getByRole("link", { name: "因天气取消或改期" }).click();
      await phone.page.getByText("改期", { exact: true }).click();
      await phone.page.getByLabel("理由").fill("雷暴");
      const send = phone.page.getByRole("button", { name: "确认并通知" });
      expect(await send.isDisabled()).toBe(true);
      const day = activity.at("09:00", 1).slice(0, 10);
      await phone.page.getByLabel("开始").fill(`${day}T09:00`);
      await phone.page.getByLabel("结束").fill(`${day}T12:00`);
      await send.click();
      await phone.page.getByRole("heading", { name: "通知到位情况" }).waitFor();

      const { sessions } = await house
        .as("organizer")
        .get<{ sessions: { startsAt: string }[] }>(`/activities/${activity.id}`);
      expect(sessions.map(({ startsAt }) => startsAt)).toEqual([activity.at("09:00", 1)]);
      expect([phone.faults, phone.elsewhere]).toEqual([[], []]);
      await phone.close();
    });

    it("has no way to call it off in the last two hours", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 6 });
      await house.signUp(activity, "freeA1");
      await house.advanceTo(activity.at("07:30"));
      const phone = await phones.phone("organizer");
      await phone.open(`/m/activities/${activity.id}/call-off`);
      await phone.page.getByText("距开始不足两小时").waitFor();

      expect(await phone.page.getByRole("button", { name: "确认并通知" }).count()).toBe(0);
      await phone.close();
    });
  });
