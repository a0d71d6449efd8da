import { rosterCsv } from "@yigong/testing/sample/people.ts";
import { writeXlsx } from "hucre/xlsx";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { barriersOf, choose, confirmIdentity, picture } from "./console-desk.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

const DESK: BrowserContextOptions = { bypassCSP: true };
const HEADER = "工号,姓名,政治面貌,支部,部门,岗位,分队,入盟日期,角色,内训师,手机,邮箱".split(",");
const PEOPLE = 260;
const LEAVERS = 5;

type Cells = Record<string, string>;
const lineOf = (cells: Cells): string[] => HEADER.map((column) => cells[column] ?? "");
/** Whoever is on the roster already, but for the last five, who leave. */
const [, ...known] = rosterCsv().split("\n");
const stayers = known.slice(0, -LEAVERS).map((line) => line.split(","));
const newcomer = (at: number): Cells => ({
  工号: String(2000 + at),
  姓名: `新人${at}`,
  政治面貌: "群众",
  支部: "一支部",
  部门: "市场一部",
  岗位: "营业员",
  入盟日期: "2020-05-04",
});
/** Twelve kinds of fault: what stands in which column, and what is right. */
const FAULTS: readonly [column: string, bad: string, right: string][] = [
  ["姓名", "", "新人1"],
  ["工号", "20#02", "2002"],
  ["工号", "2004", "2003"],
  ["政治面貌", "群从", "群众"],
  ["入盟日期", "2020-02-30", "2020-02-28"],
  ["入盟日期", "2031-01-01", "2021-01-01"],
  ["内训师", "也许", "是"],
  ["手机", "138-ABCD", "13800138000"],
  ["邮箱", "wang@", "wang@example.cn"],
  ["角色", "班长", "志愿者"],
  ["支部", "", "一支部"],
  ["姓名", "很".repeat(61), "新人12"],
];
/** The row of a fault in the file: the header, then those who stay, then newcomers from 1 on. */
const FIRST = stayers.length + 2;

function rows(): string[][] {
  const newcomers = Array.from({ length: PEOPLE - stayers.length }, (_, index) => {
    const cells = newcomer(index + 1);
    const [column = "", bad = ""] = FAULTS[index] ?? [];
    // A party member without a branch is a fault; anybody else may be without.
    const party = column === "支部" ? { 政治面貌: "党员" } : {};
    return lineOf({ ...cells, ...party, ...(column ? { [column]: bad } : {}) });
  });
  const moved = stayers.map((line) => (line[1] === "freeB1" ? line.with(4, "市场二部") : line));
  return [HEADER, ...moved.map((line) => [...line, "", "", ""]), ...newcomers];
}

/** The same without what a column of the file is called, which somebody has to map by hand. */
const workbook = () => {
  const [header = [], ...below] = rows();
  const sheet = [header.map((text) => (text === "手机" ? "怎么找到人" : text)), ...below];
  return writeXlsx({
    sheets: [
      { name: "填写说明", rows: [["请看第二张表"]] },
      { name: "在职人员", rows: sheet },
    ],
  });
};

async function mend(page: Page, row: number, column: string, right: string): Promise<void> {
  const line = page.locator(".ant-table-row").filter({ has: page.getByLabel(`第${row}行 ${column}`, { exact: true }) });
  await line.getByLabel(`第${row}行 ${column}`, { exact: true }).fill(right);
  await line.getByRole("button", { name: "改好并重新检查" }).click();
  await line.waitFor({ state: "detached" });
}

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("an import at a desk", () => {
    let phones: PhoneHouse;

    beforeAll(async () => {
      phones = await openPhones();
    });
    afterAll(() => phones.close());

    const members = async () => (await phones.house.machine.app.useCases.members.all()).filter(({ leftOn }) => !leftOn);

    it("of 260 people is mapped, put right in the page, braked, applied and undone", { timeout: 300_000 }, async () => {
      const { page, open, faults, elsewhere, close } = await phones.desk("admin", DESK);
      await open("/console/imports");
      await picture({ page }, "imports");
      expect(await barriersOf(page)).toEqual([]);
      const file = {
        name: "在职人员.xlsx",
        mimeType: "application/octet-stream",
        buffer: Buffer.from(await workbook()),
      };
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByText("核对列：在职人员.xlsx").waitFor();
      await choose(page, "手机", "怎么找到人");
      await picture({ page }, "imports-map");
      expect(await barriersOf(page)).toEqual([]);
      await page.getByRole("button", { name: "查看会发生什么" }).click();
      await page.waitForURL(/\/imports\/imp_/);
      await page.getByText("改好或去掉后才能应用").first().waitFor();
      await page.getByLabel(`第${FIRST}行 姓名`).waitFor();
      await picture({ page }, "import-bad");
      expect(await barriersOf(page)).toEqual([]);
      const problems = await page.locator(".bad-reason > div").allInnerTexts();
      expect(new Set(problems).size).toBeGreaterThanOrEqual(12);
      expect(await page.getByRole("button", { name: "应用导入" }).isDisabled()).toBe(true);

      for (const [index, [column, , right]] of FAULTS.entries()) await mend(page, FIRST + index, column, right);
      await page.getByText("还没有作任何改动").waitFor();
      await page.getByRole("button", { name: `离开 ${LEAVERS}` }).click();
      await page.getByText("coverOffice").waitFor();
      await picture({ page }, "import-leavers");
      await page.getByRole("button", { name: "应用导入" }).click();
      const dialog = page.getByRole("dialog");
      const yes = dialog.getByRole("button", { name: "应用导入" });
      await dialog.getByRole("spinbutton").first().fill("4");
      expect(await yes.isDisabled()).toBe(true);
      await picture({ page }, "import-brake");
      for (const field of await dialog.locator(".field").all()) {
        const [, count = ""] = /（(\d+)）$/.exec(await field.locator("label").innerText()) ?? [];
        await field.getByRole("spinbutton").fill(count);
      }
      await yes.click();
      const sent = page.waitForRequest((request) => request.url().endsWith("/apply"));
      await confirmIdentity(page, phones.house);
      await sent;
      // Whoever leaves the page in the midst of it finds it where it is.
      await page.reload();
      await page.getByText("已应用。发现不对可以撤销").waitFor();
      await picture({ page }, "import-applied");
      const applied = await members();

      expect(applied).toHaveLength(PEOPLE);
      expect(applied.find(({ employeeNumber }) => employeeNumber === "2008")?.mobile).toBe("13800138000");

      await page.getByRole("button", { name: "撤销导入" }).click();
      await dialog.getByRole("button", { name: "撤销导入" }).click();
      await page.getByText("已撤销，恢复到应用前").waitFor();
      expect(await members()).toHaveLength(known.length);
      expect([faults, elsewhere]).toEqual([[], []]);
      await close();
    });

    it("loses a bad row that somebody takes out, and stands in the list with who and when", async () => {
      const { page, open, faults, close } = await phones.desk("admin", { ...DESK, locale: "en", colorScheme: "dark" });
      await open("/console/imports");
      const [header = [], ...below] = rows();
      const csv = [header, ...below.slice(0, stayers.length + 1)].map((line) => line.join(",")).join("\n");
      const file = { name: "small.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
      await page.locator("input[type=file]").setInputFiles(file);
      await picture({ page }, "imports-map-en-dark");
      await page.getByRole("button", { name: "See what would happen" }).click();
      await page.getByRole("button", { name: "Remove the row" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Remove the row" }).click();
      await page.getByText("Nothing has changed yet.").waitFor();
      const barriers = await barriersOf(page);
      await picture({ page }, "import-en-dark");
      await open("/console/imports");
      const row = page.getByRole("row").filter({ hasText: "small.csv" });
      await row.getByRole("link", { name: "admin" }).waitFor();
      await picture({ page }, "imports-en-dark");

      expect(await row.innerText()).toMatch(/Tue 1 Sep/);
      expect([...barriers, ...(await barriersOf(page))]).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });

    it("begins with a template that opens as a workbook", async () => {
      const { page, open, close } = await phones.desk("admin", DESK);
      await open("/console/imports");
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "下载名册模板" }).click();

      expect((await download).suggestedFilename()).toBe("roster.xlsx");
      await close();
    });
  });
