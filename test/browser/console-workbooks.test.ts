import { readFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

/** The rows of the workbook that the page offers. */
async function saved(page: Page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 .xlsx" }).click();
  const { sheets } = await readXlsx(await readFile(await (await download).path()));
  return sheets[0]?.rows ?? [];
}

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("workbooks saved in the console", () => {
    let phones: PhoneHouse;

    beforeAll(async () => {
      phones = await openPhones();
      for (const title of ["敬老院慰问", "社区宽带检修"]) await phones.house.startActivity({ in: 4, title });
    });
    afterAll(() => phones.close());

    it("hold what is filtered and shown, moments as the wall clock of the alliance shows them", async () => {
      const { page, open, close } = await phones.desk("organizer");
      await open("/console/activities?q=jinglao");
      await page.getByRole("link", { name: "敬老院慰问", exact: true }).waitFor();
      await page.getByText("共1条").waitFor();
      const [header = [], ...rows] = await saved(page);
      const activity = (
        await phones.house
          .as("organizer")
          .get<{ items: { sessions: { startsAt: string }[] }[] }>("/activities?q=jinglao")
      ).items[0];
      const local = new Date(Date.parse(activity?.sessions[0]?.startsAt ?? "") + 8 * 3_600_000);

      expect(header).toEqual(["活动", "阶段", "时间", "地点", "人数", "下一到期"]);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.[0]).toBe("敬老院慰问");
      expect(rows[0]?.[2]).toEqual(local);
      await close();
    });

    it("hold numbers as numbers, of units too", async () => {
      const { page, open, close } = await phones.desk("admin");
      await open("/console/units");
      await page.getByRole("cell", { name: "一支部", exact: true }).waitFor();
      await page.getByRole("link", { name: /^\d+$/ }).first().waitFor();
      const [header, ...rows] = await saved(page);

      expect(header).toEqual(["名称", "人数", "书记", "设有分会"]);
      expect(rows.find(([name]) => name === "一支部")?.[1]).toEqual(expect.any(Number));
      await close();
    });
  });
