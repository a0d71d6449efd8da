import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type Phone, type PhoneHouse } from "./phone.ts";

const SHOTS = process.env.SHOTS;
if (SHOTS) mkdirSync(SHOTS, { recursive: true });
const shoot = async ({ page }: Phone, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

/** What keeps somebody out of a page, as far as a program can tell. */
async function keepsOut({ page }: Phone): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const LOOKS: readonly (BrowserContextOptions & { name: string })[] = [
  { name: "zh-light", locale: "zh-CN", colorScheme: "light" },
  { name: "zh-dark", locale: "zh-CN", colorScheme: "dark" },
  { name: "zh-light-768", locale: "zh-CN", colorScheme: "light", viewport: { width: 768, height: 1024 } },
  { name: "en-dark-768", locale: "en", colorScheme: "dark", viewport: { width: 768, height: 1024 } },
];

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("work in the console", () => {
    let phones: PhoneHouse;

    beforeAll(async () => {
      phones = await openPhones();
      await phones.house.startActivity({ in: 4 });
      await phones.house.startActivity({ in: 6, title: "重阳节走进敬老院，为老人量血压、理发、检修线路并陪伴聊天" });
    }, 120_000);
    afterAll(() => phones.close());

    describe("on the work bench", () => {
      it("is decided where it stands, with a reason, and the API holds it", async () => {
        const { house } = phones;
        const activity = await house.startActivity({ in: 8, title: "社区清洁" });
        await house.as("partyA1").post(`/activities/${activity.id}/leaves`, { reason: "illness", note: "发烧" });
        const desk = await phones.desk("secretaryA");
        const { page } = desk;
        await desk.open("/console");
        const task = page.getByRole("listitem").filter({ hasText: "请批partyA1的请假" });
        await task.getByText("情况").click();
        await task.getByText("发烧").waitFor();
        await shoot(desk, "bench-secretary");
        await task.getByRole("button", { name: "不批准" }).click();
        const dialog = page.getByRole("dialog");
        expect(await dialog.getByRole("button", { name: "不批准" }).isDisabled()).toBe(true);

        await dialog.getByLabel("理由").fill("请附证明");
        await dialog.getByRole("button", { name: "不批准" }).click();
        await page.getByText("已办理：不批准").waitFor();
        await page.getByText("目前没有等您处理的事").waitFor();
        const [leave] = (
          await house
            .as("secretaryA")
            .get<{ items: { status: string; decisionReason?: string }[] }>(`/activities/${activity.id}/leaves`)
        ).items;

        expect(leave?.status).toBe("refused");
        expect([desk.faults, desk.elsewhere]).toEqual([[], []]);
        await desk.close();
      });
    });

    describe("on the work bench of the alliance", () => {
      it("has a plan approved with its reason, after which it recruits", async () => {
        const { house } = phones;
        const activity = await house.startActivity({
          in: 9,
          by: "lead",
          title: "家电维修",
          origin: "team",
          teamId: house.unitId("爱心奉献") as never,
          proposal: { plan: "两张桌子，六个人。", wishes: { guidance: true } },
        });
        const desk = await phones.desk("alliance");
        const { page } = desk;
        await desk.open("/console");
        const task = page.getByRole("listitem").filter({ hasText: "请审批「家电维修」" });
        await task.getByText("情况").click();
        await task.getByText("两张桌子，六个人。").waitFor();
        await shoot(desk, "bench-alliance");
        await task.getByRole("button", { name: "同意方案" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("理由").fill("可行");
        await dialog.getByRole("button", { name: "同意方案" }).click();
        await page.getByText("已办理：同意方案").waitFor();
        const { status } = await house.as("lead").get<{ status: string }>(`/activities/${activity.id}`);

        expect(status).toBe("recruiting");
        expect([desk.faults, desk.elsewhere]).toEqual([[], []]);
        await desk.close();
      });
    });

    describe("starting an activity", () => {
      it("takes what, why and where, says what follows, and ends on its page", async () => {
        const desk = await phones.desk("organizer");
        const { page } = desk;
        await desk.open("/console");
        await page.getByRole("button", { name: "新建活动" }).click();
        await page.getByRole("heading", { level: 1, name: "新建活动" }).waitFor();
        await page.getByText("发布招募公告，面向").waitFor();
        await shoot(desk, "new-blank");
        await page.getByRole("button", { name: "发布招募公告" }).click();
        await page.getByText("还有3处要填写").waitFor();
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-title");
        await shoot(desk, "new-missing");

        await page.getByLabel("活动名称").fill("走进敬老院");
        await page.getByLabel("内容").fill("陪老人聊天、量血压。");
        await page.getByLabel("地点", { exact: false }).first().fill("海陵区敬老院");
        await page.reload();
        await page.getByRole("heading", { level: 1, name: "新建活动" }).waitFor();
        expect(await page.getByLabel("活动名称").inputValue()).toBe("走进敬老院");
        expect(await page.getByLabel("地点", { exact: false }).first().inputValue()).toBe("海陵区敬老院");

        await page.getByRole("button", { name: "发布招募公告" }).click();
        await page.waitForURL(/\/console\/activities\/act_/);
        await page.getByText("已发布「走进敬老院」").waitFor();
        const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
        const { title, status } = await phones.house
          .as("organizer")
          .get<{ title: string; status: string }>(`/activities/${id}`);

        expect([title, status]).toEqual(["走进敬老院", "recruiting"]);
        expect([desk.faults, desk.elsewhere]).toEqual([[], []]);
        await desk.close();
      });

      it("says at the field what is wrong, while it is typed", async () => {
        const desk = await phones.desk("organizer");
        const { page } = desk;
        await desk.open("/console/activities/new");
        await page.getByText("更多设置").click();
        await page.getByLabel("最少人数").fill("11");
        await page.locator("#field-minimumPeople-said").getByText("11").waitFor();
        await shoot(desk, "new-problem");

        expect(await page.getByLabel("最少人数").getAttribute("aria-invalid")).toBe("true");
        await page.getByRole("button", { name: "清空重来" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "清空重来" }).click();
        await page.getByText("已清空").waitFor();
        await desk.close();
      });

      it("takes an old one along, on the same day of a later week", async () => {
        const desk = await phones.desk("organizer");
        const { page } = desk;
        await desk.open("/console/activities");
        await page
          .getByRole("link", { name: /^照此新建: 社区便民服务/ })
          .first()
          .click();
        await page.getByText("照「社区便民服务」新建").waitFor();

        expect(await page.getByLabel("地点", { exact: false }).first().inputValue()).toBe("海陵区文化广场");
        await desk.close();
      });

      it("of a team is a plan that goes to the alliance", async () => {
        const desk = await phones.desk("lead", { locale: "en" });
        const { page } = desk;
        await desk.open("/console/activities/new");
        await page.getByRole("heading", { level: 1, name: "Propose an activity" }).waitFor();
        await page.getByLabel("Title").fill("Repair day");
        await page.getByLabel("What is done").fill("Appliances are repaired.");
        await page.getByLabel("Place").fill("The square");
        await page.getByRole("textbox", { name: "Plan" }).fill("Two tables, six people.");
        await shoot(desk, "new-plan-en");
        await page.getByRole("button", { name: "Submit the plan" }).click();
        await page.getByText("recruiting begins once the alliance approves").waitFor();
        const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
        const { origin, status } = await phones.house
          .as("lead")
          .get<{ origin: string; status: string }>(`/activities/${id}`);

        expect([origin, status]).toEqual(["team", "proposing"]);
        expect([desk.faults, desk.elsewhere]).toEqual([[], []]);
        await desk.close();
      });
    });

    describe("the activities", () => {
      it("are a list, a month and a board, each in the address bar", async () => {
        const desk = await phones.desk("organizer");
        const { page } = desk;
        await desk.open("/console/activities");
        await page.getByRole("link", { name: "社区便民服务", exact: true }).first().waitFor();
        await page.getByLabel("查找活动").fill("cyj");
        await page.waitForURL(/q=cyj/);
        await page.getByText("共1条").waitFor();
        await page.getByText("日历", { exact: true }).click();
        await page.waitForURL(/view=calendar/);
        await page.getByRole("link", { name: /重阳节走进敬老院/ }).waitFor();
        expect(await page.getByRole("link", { name: /社区便民服务/ }).count()).toBe(0);
        await page.getByLabel("查找活动").clear();
        await page
          .getByRole("link", { name: /社区便民服务/ })
          .first()
          .waitFor();
        await page.getByRole("button", { name: "下个月" }).click();
        await page.waitForURL(/month=2026-10/);
        await page.getByText("看板", { exact: true }).click();
        await page.getByRole("heading", { name: /招募中/ }).waitFor();
        await page.locator(".board").getByText("社区便民服务").first().waitFor();

        expect([desk.faults, desk.elsewhere]).toEqual([[], []]);
        await desk.close();
      });
    });

    it("is found by keys alone from anywhere", async () => {
      const desk = await phones.desk("organizer");
      const { page } = desk;
      await desk.open("/console");
      await page.keyboard.press("/");
      await page.keyboard.type("cyj");
      await page.locator(".found", { hasText: "重阳节" }).waitFor();
      await shoot(desk, "search");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/console\/activities\/act_/);
      await page.keyboard.press("Control+k");
      await page.keyboard.type("没有这个人");
      await page.getByText("没有找到“没有这个人”").waitFor();
      await page.keyboard.press("Escape");

      expect(await page.getByLabel("搜索").inputValue()).toBe("");
      expect(desk.faults).toEqual([]);
      await desk.close();
    });

    it.each(LOOKS.filter(({ name }) => browserRequired || SHOTS || /zh-light$|en-/.test(name)))(
      "keeps nobody out: $name",
      async ({ name, ...look }) => {
        const desk = await phones.desk("organizer", { ...look, bypassCSP: true });
        const paths = {
          bench: "/console",
          list: "/console/activities",
          calendar: "/console/activities?view=calendar",
          board: "/console/activities?view=board",
          new: "/console/activities/new",
        };
        const found: string[] = [];
        for (const [page, path] of Object.entries(paths)) {
          await desk.open(path);
          await desk.page.waitForLoadState("networkidle");
          await shoot(desk, `${page}-${name}`);
          found.push(...(await keepsOut(desk)).map((fault) => `${page}: ${fault}`));
          const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) found.push(`${page}: ${wide} px too wide`);
        }

        const menu = desk.page.getByRole("button", { name: /^(菜单|Menu)$/ });
        if (await menu.isVisible()) {
          await menu.click();
          await desk.page.getByRole("dialog").getByRole("menuitem").first().waitFor();
          await shoot(desk, `menu-${name}`);
          found.push(...(await keepsOut(desk)).map((fault) => `menu: ${fault}`));
        }

        expect(found).toEqual([]);
        await desk.close();
      },
    );
  });
