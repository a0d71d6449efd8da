import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { barriersOf, choose, picture, writeDay } from "./console-desk.ts";
import { isBuilt, openPhones, type Phone, type PhoneHouse } from "./phone.ts";

const DESK: BrowserContextOptions = { bypassCSP: true };

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("people and units at a desk", () => {
    let phones: PhoneHouse;
    let admin: Phone;

    beforeAll(async () => {
      phones = await openPhones();
      admin = await phones.desk("admin", DESK);
    });
    afterAll(() => phones.close());

    it("finds people by name, number and branch, and keeps what was asked in the address", async () => {
      const { page, open, faults, elsewhere } = admin;
      await open("/console/people");
      await page.getByRole("link", { name: "partyA1", exact: true }).waitFor();
      await picture(admin, "people");
      await page.getByRole("textbox", { name: "姓名、拼音、首字母或工号" }).fill("partyB");
      await page.getByText("共4条").waitFor();
      await choose(page, "支部", "二支部");
      await page.waitForURL(/branch=unit_/);
      await page.locator(".ant-spin-spinning").waitFor({ state: "detached" });

      expect(page.url()).toContain("q=partyB");
      expect(await page.getByRole("row").filter({ hasText: "partyB" }).count()).toBe(4);
      expect(await barriersOf(page)).toEqual([]);
      expect([faults, elsewhere]).toEqual([[], []]);
    });

    it("shows a phone number only when it is asked for, which is recorded", async () => {
      const { page, open } = admin;
      const { members } = phones.house.machine.app.useCases;
      const id = phones.house.idOf("partyA1");
      await members.change(id, (member) => ({
        to: { ...member, mobile: "13800138000" },
        at: phones.house.machine.now(),
      }));
      await open(`/console/people/${id}`);
      await page.getByText("138****8000").waitFor();
      await picture(admin, "person");
      await page.getByRole("button", { name: "显示电话" }).click();
      await page.getByText("13800138000").waitFor();
      const log = await phones.house.machine.app.useCases.audits.about(id, { limit: 50 });

      expect(log.items.map(({ action }) => action)).toContain("member.readContact");
      expect(await barriersOf(page)).toEqual([]);
    });

    it("gives a role, names a deputy, and takes the role away", async () => {
      const { page, open } = admin;
      const id = phones.house.idOf("partyA2");
      await open(`/console/people/${id}`);
      await page.getByRole("button", { name: "授予角色" }).click();
      const dialog = page.getByRole("dialog");
      await choose(page, "角色", "组织者");
      await dialog.getByRole("button", { name: "授予角色" }).click();
      await page.getByText("已授予partyA2组织者").waitFor();
      await page.getByRole("button", { name: "指定代理人" }).click();
      await choose(page, "代理人", "partyA3");
      await writeDay(page, "开始", "2026-09-02 08:00");
      await writeDay(page, "结束", "2026-09-09 18:00");
      await dialog.getByRole("button", { name: "指定代理人" }).click();
      await page.getByRole("link", { name: "partyA3" }).waitFor();
      await picture(admin, "person-roles");
      await page.getByRole("button", { name: "收回" }).click();
      await dialog.getByRole("button", { name: "收回" }).click();
      await page.getByText("已收回partyA2的组织者").waitFor();
      const { roles } = await phones.house.as("admin").get<{ roles: unknown[] }>(`/members/${id}`);

      expect(roles).toEqual([]);
    });

    it("shows both values when two people edit one profile, and keeps the one that is chosen", async () => {
      const { page, open } = admin;
      const id = phones.house.idOf("freeA2");
      const other = await phones.desk("admin", DESK);
      await open(`/console/people/${id}`);
      await page.getByRole("button", { name: "修改资料" }).click();
      await page.getByLabel("姓名", { exact: true }).fill("赵小满");
      await other.open(`/console/people/${id}`);
      await other.page.getByRole("button", { name: "修改资料" }).click();
      await other.page.getByLabel("姓名", { exact: true }).fill("赵大满");
      await other.page.getByRole("button", { name: "保存修改" }).click();
      await other.page.getByText("已保存").waitFor();
      await page.getByRole("button", { name: "保存修改" }).click();
      const dialog = page.getByRole("dialog", { name: "有人先改过了" });
      await dialog.waitFor();
      await picture(admin, "person-conflict");
      const shown = await dialog.getByRole("row").last().innerText();
      await dialog.getByRole("button", { name: "用我填写的" }).click();
      await page.getByRole("heading", { level: 1, name: "赵小满" }).waitFor();
      await other.close();

      expect(shown.split(/\s+/)).toEqual(["姓名", "赵小满", "赵大满"]);
      expect((await phones.house.as("admin").get<{ name: string }>(`/members/${id}`)).name).toBe("赵小满");
    });

    it("adds somebody, records that they leave, and signs them out everywhere", async () => {
      const { page, open } = admin;
      await open("/console/people");
      await page.getByRole("button", { name: "添加人员" }).click();
      await page.getByLabel("工号").last().fill("8801");
      await page.getByLabel("姓名", { exact: true }).last().fill("林晓");
      await choose(page, "部门", "综合部");
      await choose(page, "岗位", "综合");
      await picture(admin, "people-add");
      await page.getByRole("button", { name: "添加人员" }).last().click();
      await page.getByRole("heading", { level: 1, name: "林晓" }).waitFor();
      await page.getByRole("button", { name: "在所有设备上退出" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "在所有设备上退出" }).click();
      await page.getByText("已退出0台设备").waitFor();
      await page.getByRole("button", { name: "登记离职" }).click();
      await writeDay(page, "离职日期（当天起不在职）", "2026-09-01");
      await page.getByRole("dialog").getByRole("button", { name: "登记离职" }).click();
      await page.getByText("起已不在职").waitFor();
      await picture(admin, "person-left");

      expect(await page.getByRole("button", { name: "撤销离职" }).count()).toBe(1);
    });

    it("adds a unit, renames it with its head, takes it back, and counts the people of others", async () => {
      const { page, open, faults } = admin;
      await open("/console/units?kind=post");
      await page.getByRole("button", { name: "添加岗位" }).click();
      await page.getByRole("dialog").getByLabel("名称").fill("保洁");
      await page.getByRole("dialog").getByRole("button", { name: "添加岗位" }).click();
      const row = page.getByRole("row").filter({ hasText: "保洁" });
      await row.getByRole("button", { name: "修改" }).click();
      await page.getByLabel("名称").last().fill("保洁组");
      await choose(page, "负责人", "partyA4");
      await page.getByRole("button", { name: "保存修改" }).click();
      await row.getByRole("link", { name: "partyA4" }).waitFor();
      await picture(admin, "units");
      expect(await barriersOf(page)).toEqual([]);
      await row.getByRole("button", { name: "删除" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
      await page.getByText("已删除保洁组").waitFor();

      expect(await page.getByRole("row").filter({ hasText: "营业员" }).innerText()).toMatch(/营业员\s+8/);
      expect(faults).toEqual([]);
    });

    it("speaks English to who reads English, in the dark too", async () => {
      const desk = await phones.desk("admin", { ...DESK, locale: "en", colorScheme: "dark" });
      await desk.open("/console/people");
      await desk.page.getByRole("link", { name: "partyA1", exact: true }).waitFor();
      await picture(desk, "people-en-dark");
      const barriers = await barriersOf(desk.page);
      await desk.open(`/console/people/${phones.house.idOf("partyA1")}`);
      await desk.page.getByRole("button", { name: "Give a role" }).waitFor();
      await picture(desk, "person-en-dark");
      const text = await desk.page.locator("main").innerText();

      expect([...barriers, ...(await barriersOf(desk.page))]).toEqual([]);
      expect(text.match(/(?!姓名)\p{Script=Han}+(?=[:：])/gu) ?? []).toEqual([]);
      await desk.close();
    });
  });
