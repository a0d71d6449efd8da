import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { deskKeeper, enterCode, keepsOut, pressIn, said, shoot } from "./desk.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";
import { textOf } from "./phone-story.ts";

interface Organization {
  name: string;
  company?: string;
  committee?: string;
  servicePhone: string;
}

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the settings in the console", () => {
    let phones: PhoneHouse;
    const desks = deskKeeper(() => phones);
    const organization = () => phones.house.as("admin").get<Organization>("/organization");

    beforeAll(async () => {
      phones = await openPhones();
    });
    afterAll(() => phones.close());

    it("show two editors both values, and lose nothing of either", async () => {
      const one = await desks.at("admin");
      const other = await desks.at("admin");
      await one.open("/console/settings");
      await other.open("/console/settings");
      await one.page.getByLabel("公司名称").fill("海陵通信公司");
      await one.page.getByLabel("服务电话").fill("0523-1000");
      await one.page.getByRole("button", { name: "保存设置" }).click();
      await said(one.page, "已保存：公司名称、服务电话");
      await other.page.getByLabel("服务电话").fill("0523-2000");
      await other.page.getByLabel("党委名称").fill("海陵通信公司党委");
      await other.page.getByRole("button", { name: "保存设置" }).click();
      await said(other.page, "有人先改过了");
      const shown = await other.page.getByRole("dialog").innerText();
      await shoot(other.page, "settings-conflict");
      const violations = await keepsOut(other.page);
      await pressIn(other.page, "用我填写的");
      await said(other.page, /已保存：党委名称、服务电话/);

      expect(shown).toMatch(/0523-2000[\s\S]*0523-1000/);
      expect(await organization()).toMatchObject({
        company: "海陵通信公司",
        committee: "海陵通信公司党委",
        servicePhone: "0523-2000",
      });
      expect(violations).toEqual([]);
    }, 120_000);

    it("take what others wrote when their editor says so", async () => {
      const one = await desks.at("admin");
      const other = await desks.at("admin");
      await one.open("/console/settings/names");
      await other.open("/console/settings/names");
      await one.page.getByLabel("联盟名称").fill("海陵义工联盟");
      await one.page.getByRole("button", { name: "保存设置" }).click();
      await said(one.page, "已保存：联盟名称");
      await other.page.getByLabel("联盟名称").fill("别的名字");
      await other.page.getByRole("button", { name: "保存设置" }).click();
      await pressIn(other.page, "用现在的");

      await expect.poll(() => other.page.getByLabel("联盟名称").inputValue()).toBe("海陵义工联盟");
      expect((await organization()).name).toBe("海陵义工联盟");
    }, 120_000);

    it("offer the languages that the alliance uses: with one there is nothing to switch", async () => {
      const { page, open } = await desks.at("admin");
      await open("/console/settings/names");
      await page.getByLabel("公司名称").fill("海陵电信公司");
      await page.getByLabel("使用的语言").click();
      await page.getByTitle("只用中文").click();
      await page.getByRole("button", { name: "保存设置" }).click();
      await said(page, "已保存：公司名称、使用的语言");
      await page.getByRole("button", { name: "admin" }).click();
      await page.getByRole("menuitem", { name: "我的令牌与设备" }).waitFor();
      const switches = await page.getByRole("menuitem", { name: "English" }).count();
      const header = await page.locator(".shell-head").innerText();
      const phone = await phones.phone("partyA1");
      await phone.open("/m/me");
      const me = await textOf(phone.page);
      await page.keyboard.press("Escape");
      await page.getByLabel("使用的语言").click();
      await page.getByTitle("中文和英文，默认中文").click();
      await page.getByRole("button", { name: "保存设置" }).click();
      await said(page, "已保存：使用的语言");

      expect(switches).toBe(0);
      expect(header).toContain("海陵电信公司");
      expect(me).toMatch(/公司\s+海陵电信公司/);
      expect(me).not.toContain("English");
    }, 120_000);

    it("let anybody make a token for a program, which is shown once, and revoke it; in English too", async () => {
      const { page, open } = await desks.at("organizer", { locale: "en", colorScheme: "dark" });
      await open("/console/settings/tokens");
      await shoot(page, "settings-tokens");
      await page.getByRole("button", { name: "Make a token" }).click();
      await page.getByLabel("Name", { exact: true }).fill("wall display");
      await page.getByLabel("What it may do").click();
      await page.getByLabel("What it may do").fill("activity.read");
      await page.getByLabel("What it may do").press("Enter");
      await page.getByLabel("What it may do").press("Escape");
      await pressIn(page, "Make a token");
      await enterCode(phones, page);
      const secret = await page.locator(".settings-secret").innerText();
      await shoot(page, "settings-secret");
      const used = await phones.house.machine.web.request("/api/v1/activities", {
        headers: { authorization: `Bearer ${secret}` },
      });
      await pressIn(page, "I have it; close");
      const violations = await keepsOut(page);
      await page.getByRole("button", { name: "Revoke" }).click();
      await pressIn(page, "Revoke");
      await said(page, "The token wall display is revoked");
      const { items } = await phones.house.as("organizer").get<{ items: unknown[] }>("/me/tokens");

      expect([used.status, items]).toEqual([200, []]);
      expect(await page.getByText(secret).count()).toBe(0);
      expect(violations).toEqual([]);
    }, 120_000);

    it("say how the copies of the data stand", async () => {
      const { page, open } = await desks.at("admin");
      await open("/console/settings/backups");
      await page.getByText("本系统自己不做备份").waitFor();
      await shoot(page, "settings-backups");
      const violations = await keepsOut(page);
      await phones.house.machine.settle();

      expect(violations).toEqual([]);
    }, 120_000);

    it("tell what is set up, try a channel out, and show every template in both languages", async () => {
      const { page, open } = await desks.at("admin");
      await open("/console/settings/channels");
      const board = page.locator(".settings-card", { hasText: "公告群" });
      await board.getByRole("button", { name: "发测试消息" }).click();
      await phones.house.machine.settle();
      await board.getByText(/最近测试/).waitFor();
      await board.locator(".ant-btn-loading").waitFor({ state: "detached" });
      await shoot(page, "settings-channels");
      const violations = await keepsOut(page);
      await open("/console/settings/sign-in");
      await page.getByRole("button", { name: "复制企业微信的回调地址" }).waitFor();
      await shoot(page, "settings-sign-in");
      const callback = await page.getByLabel("回调地址").first().inputValue();
      violations.push(...(await keepsOut(page)));
      await open("/console/settings/cards");
      await page.getByRole("button", { name: "复制企业微信的回调地址" }).waitFor();
      await shoot(page, "settings-cards");
      const cards = await page.getByLabel("回调地址").first().inputValue();
      violations.push(...(await keepsOut(page)));
      await open("/console/settings/templates");
      await page.getByLabel("查找模板").fill("activity.startsSoon");
      await page.getByRole("button", { name: /activity\.startsSoon/ }).click();
      await shoot(page, "settings-templates");
      const texts = await page.locator(".settings-two article").allInnerTexts();
      violations.push(...(await keepsOut(page)));

      expect(callback).toBe(`${phones.origin}/sign-in/wecom/callback`);
      expect(cards).toBe(`${phones.origin}/callback/wecom`);
      expect(texts.map((text) => text.split("\n")[0])).toEqual(["中文", "English"]);
      expect(violations).toEqual([]);
    }, 120_000);

    it("say on which devices somebody is signed in, and end the others", async () => {
      const here = await desks.at("lead");
      await phones.phone("lead");
      await here.open("/console/settings/devices");
      await shoot(here.page, "settings-devices");
      const violations = await keepsOut(here.page);
      await here.page.getByRole("button", { name: "退出其他设备" }).click();
      await pressIn(here.page, "退出其他设备");
      await said(here.page, "已退出1台其他设备");

      expect(violations).toEqual([]);
      expect(desks.faults()).toEqual([]);
      expect(phones.house.faults).toEqual([]);
    }, 120_000);
  });
