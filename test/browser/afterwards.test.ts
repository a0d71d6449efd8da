import { Buffer } from "node:buffer";
import { phonePhoto } from "@yigong/testing/sample-files.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { choose, picture, writeDay } from "./console-desk.ts";
import { press, pressIn, said } from "./desk.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("what stays of an activity", () => {
    let phones: PhoneHouse;
    beforeAll(async () => {
      phones = await openPhones();
    }, 120_000);
    afterAll(() => phones.close());

    it("is a deed that a volunteer photographs on the spot, and that the secretary confirms", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 3, branchId: house.unitId("一支部") as never });
      await house.signUp(activity, "freeA1");
      await house.advanceTo(activity.at("10:00"));
      const phone = await phones.phone("freeA1");
      await phone.open(`/m/activities/${activity.id}`);
      await phone.page.getByRole("link", { name: "登记本活动中的实事" }).click();
      await phone.page.getByLabel("事情经过").fill("为一位老人修好收音机");
      await phone.page
        .locator('input[type="file"]')
        .setInputFiles({ name: "现场.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await phonePhoto(640, 480)) });
      await picture(phone, "phone-deed-filled");
      await press(phone.page, "登记实事");
      await said(phone.page, "已登记，待确认后计入件数");
      await house.machine.settle();
      const desk = await phones.desk("secretaryA");
      await desk.open("/console/deeds");
      await said(desk.page, "1件待确认");
      await picture(desk, "deeds-reported");
      await press(desk.page, "确认实事");
      await pressIn(desk.page, "确认实事");
      await said(desk.page, "2026年共1件");
      const { items } = await house.as("freeA1").get<{ items: { id: string }[] }>("/deeds?year=2026");
      const deed = await house.as("freeA1").get<object>(`/deeds/2026/${items[0]?.id}`);

      expect(deed).toMatchObject({ status: "standing", activityId: activity.id, photos: [{ status: "ready" }] });
      expect([desk.faults, phone.faults]).toEqual([[], []]);
      await desk.close();
      await phone.close();
    });

    it("is a campaign that it belongs to, and a typical case that the register and the phone show", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 3, title: "送戏下乡" });
      await house.signUp(activity, "freeA1");
      const desk = await phones.desk("alliance");
      const { page } = desk;
      await desk.open("/console/campaigns");
      await press(page, "新建主题活动");
      await page.getByRole("dialog").getByLabel("名称").fill("九月文化下乡");
      await writeDay(page, "开始日期", "2026-09-01");
      await writeDay(page, "结束日期", "2026-09-30");
      await pressIn(page, "新建主题活动");
      await page.getByRole("heading", { level: 1, name: "九月文化下乡" }).waitFor();
      await desk.open(`/console/activities/${activity.id}`);
      await press(page, "归入主题活动");
      await choose(page, "主题活动", "九月文化下乡");
      await pressIn(page, "归入主题活动");
      await said(page, "已归入「九月文化下乡」");
      await house.advanceTo(activity.at("09:00"));
      await house.checkIn(activity, "freeA1");
      await house.advanceTo(activity.at("14:01"));
      await house.fileArchive(activity);
      await desk.open(`/console/activities/${activity.id}/archive`);
      await press(page, "选为典型案例");
      await page.getByRole("dialog").getByLabel("理由").fill("做法可在其他支部推广");
      await pressIn(page, "选为典型案例");
      await said(page, "做法可在其他支部推广");
      await desk.open("/console/register?typical=true");
      await page.getByRole("link", { name: "送戏下乡" }).waitFor();
      const phone = await phones.phone("freeA2");
      await phone.open("/m/campaigns");
      await phone.page.getByRole("link", { name: "九月文化下乡" }).click();
      await phone.page.getByText("3小时").waitFor();
      await phone.page.getByText("典型案例").waitFor();
      await picture(phone, "phone-campaign-typical");

      expect([desk.faults, phone.faults]).toEqual([[], []]);
      await desk.close();
      await phone.close();
    });

    it("is praise from outside with its letter, which the one who is praised finds in their record", async () => {
      const { house } = phones;
      const desk = await phones.desk("organizer");
      const { page } = desk;
      await desk.open("/console/praise");
      await press(page, "登记外部表扬");
      await choose(page, "给谁", "freeA1");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("表扬方").fill("海陵区民政局");
      await writeDay(page, "日期", "2026-09-02");
      await dialog.getByLabel("内容").fill("连续三年陪伴独居老人，群众反映很好。");
      await dialog
        .getByLabel("材料")
        .setInputFiles({ name: "表扬信.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await phonePhoto(640, 480)) });
      await picture(desk, "praise-add");
      await pressIn(page, "登记外部表扬");
      await said(page, "已登记来自海陵区民政局的表扬");
      await house.machine.settle();
      await page.getByRole("row").filter({ hasText: "海陵区民政局" }).waitFor();
      const phone = await phones.phone("freeA1");
      await phone.open("/m/record");
      await phone.page.getByText("来自海陵区民政局").waitFor();
      await phone.page.getByAltText("表扬信.jpg").waitFor();
      await picture(phone, "phone-record-praise");

      expect([desk.faults, phone.faults]).toEqual([[], []]);
      await desk.close();
      await phone.close();
    });
  });
