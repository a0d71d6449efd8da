import { csvFile } from "@yigong/testing/roster-use-cases.ts";
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { barriersOf, confirmIdentity, picture } from "./console-desk.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

const DESK: BrowserContextOptions = { bypassCSP: true, reducedMotion: "reduce" };
const LIST = [
  ["姓名", "手机", "出生日期", "监护人", "监护人手机", "不再联系"],
  ["周阿姨", "13900000001", "", "", "", ""],
  ["李大爷", "12ab", "", "", "", ""],
  ["小明", "", "2016-05-01", "明妈", "13900000003", ""],
  ["钱大爷", "13900000004", "", "", "", "是"],
  ["", "13900000005", "", "", "", ""],
];
const SERVED = { kind: "definite" as const, description: "文化广场周边住户" };

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("contacts at a desk", () => {
    let phones: PhoneHouse;
    beforeAll(async () => {
      phones = await openPhones();
    }, 120_000);
    afterAll(() => phones.close());

    it("are imported, put right, picked as served, and asked by link and on paper", { timeout: 300_000 }, async () => {
      const { house } = phones;
      const service = await phones.desk("service", DESK);
      const { page } = service;
      await service.open("/console/imports");
      const file = { name: "联系人.csv", mimeType: "text/csv", buffer: Buffer.from(csvFile(LIST)) };
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("button", { name: "查看会发生什么" }).click();
      await page.waitForURL(/\/imports\/imp_/);
      await page.getByText("有2行有误").waitFor();
      await picture({ page }, "import-contacts");
      expect(await barriersOf(page)).toEqual([]);
      await page.getByLabel("第3行 手机", { exact: true }).fill("13900000002");
      await page
        .locator(".ant-table-row")
        .filter({ has: page.getByLabel("第3行 手机", { exact: true }) })
        .getByRole("button", { name: "改好并重新检查" })
        .click();
      await page.getByText("有1行有误").waitFor();
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: "下载有误的行" }).click();
      expect((await saved).suggestedFilename()).toBe("bad-rows.xlsx");
      await page.getByRole("button", { name: "应用导入" }).click();
      const dialog = page.getByRole("dialog", { name: "应用导入" });
      const apply = dialog.getByRole("button", { name: "应用导入" });
      expect(await apply.isDisabled()).toBe(true);
      await dialog.getByLabel("有误的1行不导入").check();
      await apply.click();
      await confirmIdentity(page, house);
      await page.getByText("有误的1行按选择没有导入").waitFor();
      await service.open("/console/contacts?minor=true");
      await page.getByRole("link", { name: "小明" }).waitFor();
      await picture(service, "contacts");
      expect(await barriersOf(page)).toEqual([]);
      await page.getByRole("link", { name: "小明" }).click();
      await page.getByRole("button", { name: "查看完整联系方式" }).waitFor();
      await picture(service, "contact");
      expect(await barriersOf(page)).toEqual([]);

      const activity = await house.startActivity({ in: 3, servedParty: SERVED });
      const organizer = await phones.desk("organizer", DESK);
      await organizer.open(`/console/activities/${activity.id}/survey`);
      await organizer.page.getByRole("button", { name: "从联系人中选取" }).click();
      const picker = organizer.page.getByRole("dialog", { name: "从联系人中选取" });
      for (const name of ["周阿姨", "小明", "钱大爷"]) {
        await picker.getByRole("combobox").fill(name);
        await organizer.page
          .locator(".ant-select-item-option", { hasText: name })
          .filter({ visible: true })
          .first()
          .click();
      }
      await picker.getByRole("button", { name: "从联系人中选取" }).click();
      await organizer.page.getByText("新增3位").waitFor();
      await organizer.page.getByText("本人要求不再联系").waitFor();
      await organizer.page.getByRole("button", { name: "登记发出份数" }).click();
      await organizer.page.getByRole("spinbutton", { name: "发出份数" }).fill("2");
      await organizer.page
        .getByRole("dialog", { name: "登记发出份数" })
        .getByRole("button", { name: "登记发出份数" })
        .click();
      await organizer.page.getByText("已登记发出2份").waitFor();
      await picture(organizer, "served-picked");
      expect(await barriersOf(organizer.page)).toEqual([]);

      await house.signUp(activity, "freeA1");
      await house.advanceTo(activity.at("09:00"));
      await house.checkIn(activity, "freeA1");
      await house.advanceTo(activity.at("12:00"));
      await house.checkOut(activity, "freeA1");
      await house.advanceTo(activity.at("14:01"));
      await house.fileArchive(activity);
      const reached = ["13900000001", "13900000003", "13900000004"].map((mobile) => house.linkOf(mobile));
      expect((await Promise.all(reached)).map((link) => link !== "")).toEqual([true, true, false]);

      const typist = await phones.desk("service", DESK);
      await typist.open(`/console/activities/${activity.id}/survey`);
      await typist.page.getByLabel("第1行 满意").focus();
      // A digit goes on by itself, Enter does where nothing was said.
      await typist.page.keyboard.type("51549");
      await typist.page.keyboard.type("很周到");
      await typist.page.keyboard.press("Enter");
      await typist.page.keyboard.press("Enter");
      await typist.page.keyboard.type("9");
      await typist.page.getByLabel("第2行 满意").fill("4");
      await picture(typist, "paper-batch");
      expect(await barriersOf(typist.page)).toEqual([]);
      await typist.page.getByRole("button", { name: "录入2份" }).click();
      await typist.page.getByText("已录入2份").first().waitFor();
      const given = await house.machine.app.useCases.surveys.links.answers(activity.id);

      expect(given.map(({ answer }) => answer.satisfaction).sort()).toEqual([4, 5]);
      expect(given.find(({ answer }) => answer.satisfaction === 5)?.answer).toEqual({
        ...{ satisfaction: 5, solved: "yes", attitude: 5, punctuality: 4, recommend: 9, comment: "很周到" },
      });
      for (const desk of [service, organizer, typist]) {
        expect([desk.faults, desk.elsewhere]).toEqual([[], []]);
        await desk.close();
      }
    });
  });
