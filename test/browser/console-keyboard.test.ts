import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { said } from "./desk.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

/** So often Tab may be pressed on the way to something. */
const FAR = 80;

/** What has the focus, and whether somebody who looks sees that: within the screen, with a line or a shadow around it. */
const lookAtFocus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return { name: "nothing", seen: true };
    const { top, bottom, left, right } = at.getBoundingClientRect();
    const on = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const around = at.closest("label, .ant-select, .ant-picker");
    const near = [at, at.nextElementSibling, at.parentElement, at.parentElement?.parentElement, around];
    const marked = near.some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
    return { name: at.outerHTML.slice(0, 160), seen: on && marked };
  });

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the console without a mouse", { timeout: 90_000 }, () => {
    let phones: PhoneHouse;
    const unseen: string[] = [];

    /** Presses Tab until something has the focus; where the focus is on the way is looked at. */
    const tabTo = async (page: Page, there: Locator) => {
      for (let presses = 0; presses < FAR; presses += 1) {
        await page.keyboard.press("Tab");
        const { name, seen } = await lookAtFocus(page);
        if (!seen) unseen.push(name);
        const isThere = await there.evaluateAll((found) => found.some((one) => one === document.activeElement));
        if (isThere) return;
      }
      throw new Error(`Tab does not lead to ${String(there)}`);
    };
    const enter = async (page: Page, name: string) => {
      await tabTo(page, page.getByRole("button", { name, exact: true }));
      await page.keyboard.press("Enter");
    };
    const write = async (page: Page, label: string, text: string) => {
      await tabTo(page, page.getByRole("textbox", { name: label }));
      await page.keyboard.type(text);
    };

    beforeAll(async () => {
      phones = await openPhones();
    });
    beforeEach(() => {
      unseen.length = 0;
    });
    afterAll(() => phones.close());

    it("leads from the work bench to a published activity, and finds it again", async () => {
      const { page, open, faults, close } = await phones.desk("organizer");
      await open("/console");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
      expect((await lookAtFocus(page)).seen).toBe(true);
      await page.keyboard.press("Enter");
      await enter(page, "新建活动");
      await page.getByRole("heading", { level: 1, name: "新建活动" }).waitFor();
      await write(page, "活动名称", "走进敬老院");
      await write(page, "内容", "陪老人聊天、量血压。");
      await write(page, "地点", "海陵区敬老院");
      await enter(page, "发布招募公告");
      await said(page, "已发布「走进敬老院」");
      await page.waitForURL(/\/activities\/act_/);
      const { pathname } = new URL(page.url());

      await open("/console/people");
      await page.keyboard.press("/");
      await page.keyboard.type("敬老院");
      await page.locator(".found").first().waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "走进敬老院" }).waitFor();

      expect(new URL(page.url()).pathname).toBe(pathname);
      expect([unseen, faults]).toEqual([[], []]);
      await close();
    });

    it("decides a leave where it stands, with its reason", async () => {
      const { house } = phones;
      const activity = await house.startActivity({ in: 8, title: "社区清洁" });
      await house.askLeave(activity, "partyA1", { reason: "illness", note: "发烧" });
      const { page, open, faults, close } = await phones.desk("secretaryA");
      await open("/console");
      await page.getByRole("button", { name: "不批准" }).waitFor();
      await enter(page, "不批准");
      await page.getByRole("dialog").waitFor();
      await write(page, "理由", "请附证明");
      await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "不批准", exact: true }));
      await page.keyboard.press("Enter");
      await said(page, "已办理：不批准");
      const { items } = await house
        .as("secretaryA")
        .get<{ items: { status: string; decisionReason?: string }[] }>(`/activities/${activity.id}/leaves`);

      expect(items.map(({ status }) => status)).toEqual(["refused"]);
      expect([unseen, faults]).toEqual([[], []]);
      await close();
    });
  });
