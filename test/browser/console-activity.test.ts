import { AxeBuilder } from "@axe-core/playwright";
import type { Started, Who } from "@yigong/testing/alliance.ts";
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type Phone, type PhoneHouse } from "./phone.ts";

const SHOTS = process.env.SHOTS;

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("one activity in the console, from recruiting to points", { timeout: 240_000 }, () => {
    let phones: PhoneHouse;
    let activity: Started;
    const faulty: string[] = [];
    const keepsOut: string[] = [];

    const at = (tab = "") => `/console/activities/${activity.id}${tab && `/${tab}`}`;
    const shown = () => phones.house.as("alliance").get<{ status: string }>(`/activities/${activity.id}`);

    /** Somebody's desk with a page open; what it complained about is kept. */
    const desk = async <T>(
      { who, path, name, options = {} }: { who: Who; path: string; name: string; options?: BrowserContextOptions },
      act: (page: Page, desk: Phone) => Promise<T>,
    ): Promise<T> => {
      // Without motion, as nobody waits for a dialog that still grows.
      const opened = await phones.desk(who, { ...options, bypassCSP: true });
      await opened.open(path);
      try {
        const answer = await act(opened.page, opened);
        const { violations } = await new AxeBuilder({ page: opened.page })
          .options({ resultTypes: ["violations"] })
          .analyze();
        keepsOut.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`));
        return answer;
      } finally {
        if (SHOTS) await opened.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
        faulty.push(...opened.faults, ...opened.elsewhere);
        await opened.close();
      }
    };
    /** Presses a button, writes the reason that its dialog asks for, and presses the same words there. */
    const decide = async (page: Page, words: string, reason?: string) => {
      await page.getByRole("button", { name: words, exact: true }).first().click();
      const dialog = page.getByRole("dialog");
      if (reason) await dialog.getByLabel(/理由|Reason/).fill(reason);
      await dialog.getByRole("button", { name: words, exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
    };

    beforeAll(async () => {
      phones = await openPhones();
      const { house } = phones;
      activity = await house.startActivity({
        in: 4,
        servedParty: { kind: "definite", description: "文化广场居民" },
      });
      await house.signUp(activity, "partyA1", "partyA2", "freeA1");
      await house.askLeave(activity, "partyA3", { note: "当天在机房值班，调不开" });
      const from = activity.at("08:00");
      await house.putShifts([{ who: "partyA1", post: "营业员", from, to: activity.at("16:00") }]);
    });
    afterAll(() => phones.close());

    it("has leave decided in the table of people", async () => {
      await desk({ who: "alliance", path: at(), name: "people" }, async (page) => {
        await page.getByText("与工作冲突").waitFor();
        await decide(page, "准假");
        await page
          .getByRole("row", { name: /partyA3/ })
          .getByText("已批准")
          .waitFor();
      });

      const { items } = await phones.house
        .as("alliance")
        .get<{ items: { status: string }[] }>(`/activities/${activity.id}/leaves`);
      expect(items.map(({ status }) => status)).toEqual(["approved"]);
    });

    it("takes served clients from a pasted list", async () => {
      await desk({ who: "organizer", path: at("survey"), name: "served" }, async (page) => {
        await page.getByRole("button", { name: "录入服务对象" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("名单").fill("王女士 13800001234\n李先生，13900001111");
        await dialog.getByText("识别出2位").waitFor();
        await dialog.getByRole("button", { name: "录入服务对象" }).click();
        await page.getByText("138****1234").waitFor();
      });

      const { items } = await phones.house
        .as("organizer")
        .get<{ items: object[] }>(`/activities/${activity.id}/served`);
      expect(items.length).toBe(2);
    });

    it("closes recruiting with a reason, as the one primary action", async () => {
      await desk({ who: "organizer", path: at(), name: "recruiting" }, async (page) => {
        await page.getByText(/自动截止招募，还有/).waitFor();
        await decide(page, "截止招募", "人数已满");
        await page.getByText("代班中").first().waitFor();
      });

      expect((await shown()).status).toBe("covering");
    });

    it("lists the cover among those of all activities, with who could take it", async () => {
      await desk({ who: "alliance", path: "/console/covers", name: "covers-all" }, async (page) => {
        const row = page.getByRole("row", { name: /partyA1 0011/ });
        await row.getByText("已询问").waitFor();
        await row.getByRole("button", { name: /展开|Expand/ }).click();
        await page.getByText("排在最前", { exact: true }).waitFor();

        expect(
          await page.locator(".candidates").getByRole("button", { name: "指派", exact: true }).count(),
        ).toBeGreaterThan(0);
      });
    });

    it("shows who is asked to cover and confirms it", async () => {
      const { house } = phones;
      await house.acceptCover(activity, "coverA1");
      await desk({ who: "alliance", path: at(), name: "covers" }, async (page) => {
        await page.getByText("coverA1 代班").waitFor();
        await decide(page, "确认代班");
        await page.getByRole("heading", { name: /已确认/ }).waitFor();
      });

      const { counts } = await house.as("alliance").get<{ counts: object }>(`/activities/${activity.id}/covers`);
      expect(counts).toEqual({ needs: 1, open: 0, declined: 0, confirmed: 1 });
    });

    it("calls the roll beside the code, and shows the code on a projector", async () => {
      const { house } = phones;
      await house.advanceTo(activity.at("08:40"));
      await house.checkIn(activity, "partyA2");
      await desk({ who: "organizer", path: at(), name: "check-in" }, async (page) => {
        const row = page.getByRole("row", { name: /freeA1/ });
        await row.getByRole("button", { name: "到", exact: true }).click();
        await row.getByText("负责人点名").waitFor();
        await page
          .getByRole("row", { name: /partyA2/ })
          .getByText("扫码签到")
          .waitFor();
      });
      const { code } = await house
        .as("organizer")
        .get<{ code: string }>(`/activities/${activity.id}/sessions/${activity.sessions[0]?.id}/code`);
      await desk({ who: "organizer", path: at("screen"), name: "screen" }, async (page) => {
        await page.getByText(code, { exact: true }).waitFor();
        await page.getByRole("img", { name: /已到2人，应到3人/ }).waitFor();
        await page.getByText("freeA1").waitFor();
      });

      const { items } = await house
        .as("organizer")
        .get<{ items: { state: string; source: string }[] }>(`/activities/${activity.id}/attendance`);
      expect(items.map(({ state, source }) => `${state} ${source}`).sort()).toEqual(["present code", "present leader"]);
    });

    it("files the archive through its checklist: text, file, register", async () => {
      const { house } = phones;
      await house.advanceTo(activity.at("14:01"));
      const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#c02020" } })
        .png()
        .toBuffer();
      await desk({ who: "organizer", path: at(), name: "archive" }, async (page) => {
        await page.getByRole("button", { name: /还缺：活动总结/ }).waitFor();
        await page.getByLabel("活动总结").fill("十名志愿者在文化广场为居民检修宽带三十余户，居民满意。");
        await page.getByLabel("台账归属").click();
        await page.getByTitle("党委").click();
        await page
          .locator("input[type=file]")
          .setInputFiles({ name: "合影.png", mimeType: "image/png", buffer: photo });
        await page.getByText("可用").waitFor({ timeout: 20_000 });
        await decide(page, "提交归档");
        await page.getByText(/年第1号/).waitFor();
      });

      expect((await shown()).status).toBe("surveying");
    });

    it("closes the survey, and shows points with the rule of each", async () => {
      await desk({ who: "organizer", path: at(), name: "survey" }, async (page) => {
        await page.getByText("已发链接").waitFor();
        await decide(page, "截止回访");
        await page.getByText(/回访已于/).waitFor();
      });
      await phones.house.machine.settle();
      expect((await shown()).status).toBe("done");

      await desk({ who: "organizer", path: at(), name: "points" }, async (page) => {
        await page
          .getByRole("row", { name: /partyA2 0012/ })
          .getByText("1.25")
          .waitFor();
      });
    });

    it("tells why, step by step", async () => {
      await desk({ who: "organizer", path: at("record"), name: "record" }, async (page) => {
        await page.getByRole("heading", { name: "经过和依据" }).waitFor();
        await page.getByText("理由：人数已满").first().waitFor();
        expect(await page.getByText(/mem_/).count()).toBe(0);
      });
    });

    it("keeps nobody out and works without a fault", () => {
      expect(keepsOut).toEqual([]);
      expect(faulty).toEqual([]);
    });
  });
