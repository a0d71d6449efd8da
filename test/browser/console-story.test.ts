import type { Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { type ConsoleStory, closeRecruiting, decide, openConsoleStory, publish, signUp } from "./console-story.ts";
import { afterwards, onItsDay } from "./console-story-day.ts";
import { isBuilt } from "./phone.ts";

const PLAN = "走访独居老人并检修线路，分四组，每组五人。";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else {
  /** One story, told in order, by clicks alone: at desks the alliance's people, on phones those who serve. */
  describe("a client activity lives from its announcement to its points", { timeout: 120_000 }, () => {
    let story: ConsoleStory;
    const activity = { id: "" } as Started;
    const at = (tab = "") => `/console/activities/${activity.id}${tab && `/${tab}`}`;
    const status = async () => (await story.house.stagesOf(activity)).status;
    beforeAll(async () => {
      story = await openConsoleStory();
    }, 120_000);
    afterAll(() => story.close());

    describe("while people are recruited", () => {
      it("the organizer publishes it at a desk", async () => {
        activity.id = await publish(story);

        expect(await status()).toBe("recruiting");
      });

      it("a party member signs up on a phone from the message, in English", async () => {
        const page = await story.follow("partyA1", "请参加「走进敬老院」", { locale: "en" });
        await page.getByLabel("志愿者").check();
        await page.getByLabel("I have read the risks above").check();
        await page.getByLabel("I sign up of my own will").check();
        await page.getByRole("button", { name: "Sign up" }).click();
        await page.getByText("You have signed up for “走进敬老院”; places are settled at the deadline.").waitFor();

        expect(await story.house.placesOf(activity)).toEqual({ partyA1: "placed" });
      });

      it("others find it on the home pages of their phones and sign up too", async () => {
        await signUp(story, "freeA1");
        await signUp(story, "partyA2");

        expect(await story.house.placesOf(activity)).toEqual({
          ...{ freeA1: "placed", partyA1: "placed", partyA2: "placed" },
        });
      });

      it("another party member asks for leave on a phone", async () => {
        const page = await story.phone("partyA3", `/m/activities/${activity.id}`);
        await page.getByRole("link", { name: "请假" }).click();
        await page.getByLabel("与工作冲突").check();
        await page.getByLabel("说明").fill("当天在话务班值班，无人替换。");
        await page.getByRole("button", { name: "提交请假" }).click();
        await page.getByText("请假已提交，等待审批。").waitFor();

        expect(await story.house.leavesOf(activity)).toEqual({ partyA3: "requested" });
      });

      it("the secretary decides it on the work bench, and the phone says so", async () => {
        const page = await story.desk("secretaryA", "/console");
        const task = page.getByRole("listitem").filter({ hasText: "请批partyA3的请假" });
        await task.getByText("情况").click();
        await task.getByText("当天在话务班值班，无人替换。").waitFor();
        await task.getByRole("button", { name: "批准请假" }).click();
        await page.getByText("已办理：批准请假").waitFor();
        await page.getByText("目前没有等您处理的事").waitFor();
        const asked = await story.phone("partyA3", `/m/activities/${activity.id}`);
        await asked.getByText("请假：已批准").waitFor();

        expect(await story.house.leavesOf(activity)).toEqual({ partyA3: "approved by secretaryA" });
      });

      it("the organizer closes recruiting with a reason", async () => {
        await closeRecruiting(story, activity.id);

        expect(await status()).toBe("covering");
      });
    });

    describe("while cover is arranged", () => {
      it("a colleague accepts on a phone", async () => {
        const page = await story.follow("coverA1", "代班");
        await page.getByText("partyA1参加「走进敬老院」，请您代班").waitFor();
        await page.getByRole("button", { name: "接受代班" }).click();
        await page.getByText("已接受，等待岗位负责人确认。").waitFor();

        expect(await story.house.coversOf(activity)).toMatchObject([{ status: "accepted", by: "coverA1" }]);
      });

      it("the head of the post confirms on the work bench, and the organizer sees it", async () => {
        const page = await story.desk("counterHead", "/console");
        await page.getByRole("button", { name: "确认代班", exact: true }).click();
        await page.getByText("已办理：确认代班").waitFor();
        const seen = await story.desk("organizer", at("covers"));
        await seen.getByRole("heading", { name: /已确认/ }).waitFor();
        await seen.getByText("coverA1 代班").waitFor();

        expect(await story.house.coversOf(activity)).toMatchObject([{ status: "confirmed", by: "coverA1" }]);
      });
    });

    onItsDay(() => ({ story, activity, at }));
    afterwards(() => ({ story, activity, at }));
  });

  describe("a team's plan is returned, changed and approved", { timeout: 120_000 }, () => {
    let story: ConsoleStory;
    let id = "";
    const activity = () => story.house.as("lead").get<{ status: string; origin: string }>(`/activities/${id}`);
    const proposal = () =>
      story.house.as("alliance").get<{ state: string; plan: string }>(`/activities/${id}/proposal`);
    beforeAll(async () => {
      story = await openConsoleStory();
    }, 120_000);
    afterAll(() => story.close());

    it("the team's lead proposes it, in English", async () => {
      const page = await story.desk("lead", "/console/activities/new", { locale: "en" });
      await page.getByLabel("Title").fill("家电维修日");
      await page.getByLabel("What is done").fill("为独居老人检修线路。");
      await page.getByLabel("Place").fill("文化广场");
      await page.getByRole("textbox", { name: "Plan" }).fill(PLAN);
      await page.getByRole("button", { name: "Submit the plan" }).click();
      await page.getByText("recruiting begins once the alliance approves").waitFor();
      id = new URL(page.url()).pathname.split("/").at(-1) ?? "";

      expect(await activity()).toMatchObject({ origin: "team", status: "proposing" });
    });

    it("the alliance finds it among the proposals and returns it with a reason", async () => {
      const page = await story.desk("alliance", "/console/proposals");
      await page.getByRole("link", { name: "家电维修日" }).click();
      await page.getByText(PLAN).waitFor();
      await decide(page, "退回修改", "请说明安全措施");
      await page.getByText(/退回：请说明安全措施/).waitFor();

      expect((await proposal()).state).toBe("returned");
    });

    it("the lead reads the reason, changes the plan and sends it again, in English", async () => {
      const page = await story.desk("lead", `/console/activities/${id}`);
      await page.getByRole("link", { name: "Change the proposal" }).click();
      await page.getByText(/returned .*: 请说明安全措施/).waitFor();
      await page.getByLabel("Plan").fill(`${PLAN}每组配安全员一名。`);
      await page.getByRole("button", { name: "Send again" }).click();
      await page.getByRole("heading", { name: "Versions compared" }).waitFor();

      expect(await proposal()).toMatchObject({ state: "submitted", plan: `${PLAN}每组配安全员一名。` });
    });

    it("the alliance sees what changed, approves, and the announcement is published", async () => {
      const page = await story.desk("alliance", "/console/proposals");
      await page.getByRole("link", { name: "家电维修日" }).click();
      await page.getByRole("heading", { name: "版本对比" }).waitFor();
      const added = await page.locator(".versions ins").allInnerTexts();
      const gone = await page.locator(".versions del").count();
      await decide(page, "同意申请", "安全措施周全");
      await page.getByText(/决定：安全措施周全/).waitFor();

      expect([added.join(""), gone]).toEqual(["每组配安全员一名。", 0]);
      expect((await activity()).status).toBe("recruiting");
    });

    it("the lead sees it recruit, and a volunteer finds it on a phone", async () => {
      const page = await story.desk("lead", `/console/activities/${id}`);
      await page.getByText(/Recruiting closes by itself/).waitFor();
      await page.goto(new URL("/inbox", page.url()).href);
      await page
        .getByRole("heading", { name: /家电维修日/ })
        .first()
        .waitFor();
      await signUp(story, "freeA1", "家电维修日");

      expect(await story.house.placesOf({ id } as Started)).toEqual({ freeA1: "placed" });
      expect(story.faults()).toEqual([]);
      expect(story.house.faults).toEqual([]);
    });
  });

  describe("a cover that is declined goes to the next colleague", { timeout: 120_000 }, () => {
    let story: ConsoleStory;
    let activity: Started;
    beforeAll(async () => {
      story = await openConsoleStory();
      activity = { id: await publish(story) } as Started;
    }, 120_000);
    afterAll(() => story.close());

    it("a party member with a shift signs up, and a colleague is asked once recruiting is closed", async () => {
      await signUp(story, "partyA1");
      await closeRecruiting(story, activity.id);
      const page = await story.desk("alliance", "/console/covers");
      await page.getByRole("row", { name: /partyA1 0011.*已询问.*coverA1/ }).waitFor();

      expect(await story.house.coversOf(activity)).toMatchObject([{ status: "offered", by: "coverA1" }]);
    });

    it("the colleague declines on a phone with a reason", async () => {
      const page = await story.follow("coverA1", "代班");
      await page.getByRole("button", { name: "谢绝" }).click();
      await page.getByLabel("原因").fill("当天要送孩子上学");
      await page.getByRole("button", { name: "确认谢绝" }).click();
      await page.getByText("已谢绝，将询问下一位。").waitFor();

      expect(await story.house.coversOf(activity)).toMatchObject([{ declined: ["coverA1 declined"] }]);
    });

    it("the covers page shows who declined, why, and who is asked now", async () => {
      const page = await story.desk("alliance", "/console/covers");
      const row = page.getByRole("row", { name: /partyA1 0011.*已询问.*coverA2/ });
      await row.getByRole("button", { name: /展开|Expand/ }).click();
      await page.getByText(/正在询问 coverA2，.*前答复/).waitFor();
      await page.getByText(/coverA1（谢绝 .*，当天要送孩子上学）/).waitFor();

      expect(await story.house.coversOf(activity)).toMatchObject([{ status: "offered", by: "coverA2" }]);
    });

    it("the next one accepts on a phone, and the alliance confirms on the covers page", async () => {
      const next = await story.follow("coverA2", "代班");
      await next.getByRole("button", { name: "接受代班" }).click();
      await next.getByText("已接受，等待岗位负责人确认。").waitFor();
      const page = await story.desk("alliance", "/console/covers");
      await decide(page, "确认代班");
      await page.getByRole("row", { name: /partyA1 0011.*已确认.*coverA2/ }).waitFor();

      expect(await story.house.coversOf(activity)).toMatchObject([
        { status: "confirmed", by: "coverA2", declined: ["coverA1 declined"] },
      ]);
      expect(story.faults()).toEqual([]);
      expect(story.house.faults).toEqual([]);
    });
  });
}
