import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { barriersOf, choose, picture, writeDay } from "./console-desk.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

const DESK: BrowserContextOptions = { bypassCSP: true };

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("register and good deeds at a desk", () => {
    let phones: PhoneHouse;

    beforeAll(async () => {
      phones = await openPhones();
      const { house } = phones;
      const filed = await house.startActivity({ in: 4, title: "敬老院慰问" });
      const due = await house.startActivity({
        in: 6,
        title: "社区宽带检修",
        branchId: house.unitId("一支部") as never,
      });
      await house.signUp(filed, "partyA1");
      await house.signUp(due, "partyA1");
      await house.advanceTo(filed.at("08:30", 1));
      await house.fileArchive(filed);
      await house.advanceTo(due.at("08:30", 1));
    });
    afterAll(() => phones.close());

    it("shows what is filed on time, due soon and overdue, in its colour, and opens the activity", async () => {
      const { page, open, faults, elsewhere, close } = await phones.desk("alliance", DESK);
      const { house } = phones;
      const stateOf = async (title: string) => {
        await open("/console/register");
        return page.getByRole("row").filter({ hasText: title }).locator(".ant-tag").innerText();
      };
      const first = await stateOf("敬老院慰问");
      const before = await stateOf("社区宽带检修");
      await picture({ page }, "register");
      expect(await barriersOf(page)).toEqual([]);
      await house.advanceTo(house.day(5, "09:00"));
      const soon = await stateOf("社区宽带检修");
      await house.advanceTo(house.day(4, "09:00"));
      const overdue = await stateOf("社区宽带检修");
      await picture({ page }, "register-overdue");
      await choose(page, "状态", "已超期");
      await page.getByText("共1条").waitFor();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "导出 .xlsx" }).click();

      expect([first, before, soon, overdue]).toEqual(["按期归档", "待归档", "3天内到期", "已超期"]);
      expect((await download).suggestedFilename()).toBe("台账.xlsx");
      expect(await page.getByRole("link", { name: "社区宽带检修" }).getAttribute("href")).toMatch(/\/archive$/);
      await page.evaluate(() => {
        window.print = () => document.body.classList.add("printed");
      });
      await page.getByRole("button", { name: "打印台账" }).click();
      await page.locator("body.printed").waitFor();
      await page.emulateMedia({ media: "print" });
      await picture({ page }, "register-print");
      expect(await page.getByRole("button", { name: "打印台账" }).isVisible()).toBe(false);
      expect(await page.locator(".print-list h1").innerText()).toBe("台账 · 已超期");
      expect(await page.locator(".print-list tbody tr").allInnerTexts()).toEqual([
        expect.stringMatching(/已超期\s+社区宽带检修/),
      ]);
      expect([faults, elsewhere]).toEqual([[], []]);
      await close();
    });

    it("keeps a branch's secretary to the register of the branch", async () => {
      const { page, open, faults, close } = await phones.desk("secretaryA", DESK);
      await open("/console/register");
      await page.getByRole("link", { name: "社区宽带检修" }).waitFor();

      expect(await page.getByRole("link", { name: "敬老院慰问" }).count()).toBe(0);
      expect(faults).toEqual([]);
      await close();
    });

    it("records a good deed with its evidence, counts it, and voids it with a reason", async () => {
      const { page, open, faults, close } = await phones.desk("organizer", DESK);
      await open("/console/deeds");
      await page.getByText("这一年还没有登记").waitFor();
      await picture({ page }, "deeds-empty");
      await page.getByRole("button", { name: "登记实事" }).click();
      await writeDay(page, "日期", "2026-09-03");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("事情经过").fill("营业员拾到钱包，交还给客户。");
      await choose(page, "受益方", "客户");
      await dialog.getByLabel("证明").fill("客户送来感谢信");
      await picture({ page }, "deeds-add");
      await dialog.getByRole("button", { name: "登记实事" }).click();
      await page.getByText("2026年共1件").waitFor();
      await picture({ page }, "deeds");
      expect(await barriersOf(page)).toEqual([]);
      await page.getByRole("button", { name: "作废" }).click();
      await dialog.getByLabel("理由").fill("与上一条重复");
      await dialog.getByRole("button", { name: "作废" }).click();
      await page.getByText("另有1件已作废").waitFor();
      const { items } = await phones.house
        .as("organizer")
        .get<{ items: { status: string; evidence: string }[] }>("/deeds");

      expect(items).toMatchObject([{ status: "void", evidence: "客户送来感谢信" }]);
      expect(await page.getByText("organizer作废：与上一条重复").count()).toBe(1);
      expect(faults).toEqual([]);
      await close();
    });

    it("speaks English, in the dark and on a narrow screen", async () => {
      const narrow = { locale: "en", colorScheme: "dark", viewport: { width: 768, height: 900 } } as const;
      const { page, open, faults, close } = await phones.desk("alliance", { ...DESK, ...narrow });
      await open("/console/register");
      await page.getByText("Filed on time").first().waitFor();
      await picture({ page }, "register-en-dark-768");
      const barriers = await barriersOf(page);
      await open("/console/deeds");
      await page.getByText("organizer").first().waitFor();
      await picture({ page }, "deeds-en-dark-768");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);

      expect([...barriers, ...(await barriersOf(page))]).toEqual([]);
      expect(wide).toBeLessThanOrEqual(768);
      expect(faults).toEqual([]);
      await close();
    });
  });
