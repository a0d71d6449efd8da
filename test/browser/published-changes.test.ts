import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("an activity that was published", () => {
    let phones: PhoneHouse;
    beforeAll(async () => {
      phones = await openPhones();
    }, 120_000);
    afterAll(() => phones.close());

    it("is changed in the console, and the phone says what changed and asks for consent to new risks", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 4 });
      await house.signUp(activity, "freeA1");
      await house.advanceTo(activity.at("10:00", -3));
      const desk = await phones.desk("organizer");
      await desk.open(`/console/activities/${activity.id}`);
      await desk.page.getByRole("button", { name: "修改内容" }).click();
      await desk.page.getByLabel("地点").fill("东风广场西门");
      await desk.page.getByLabel("风险提示").fill("水边路滑，请穿防滑鞋");
      await desk.page.getByLabel("联系人姓名").fill("王敏");
      await desk.page.getByLabel("联系电话").fill("0523-8000");
      await desk.page.getByRole("button", { name: "保存" }).click();
      await desk.page.getByText("已修改；受影响的人会收到通知").waitFor();
      await house.machine.settle();
      const phone = await phones.phone("freeA1");
      await phone.open(`/m/activities/${activity.id}`);
      await phone.page.getByRole("heading", { name: "发布后的变更" }).waitFor();
      await phone.page.getByText("改为「东风广场西门」").waitFor();
      await phone.page.getByLabel("我已了解以上风险提示，并服从现场安排").check();
      await phone.page.getByRole("button", { name: "确认接受" }).click();
      await phone.page.getByText("已确认接受新的风险提示").waitFor();

      expect(await phone.page.getByRole("link", { name: "0523-8000" }).getAttribute("href")).toBe("tel:05238000");
      expect([desk.faults, desk.elsewhere, phone.faults, phone.elsewhere]).toEqual([[], [], [], []]);
      await desk.close();
      await phone.close();
    });
  });
