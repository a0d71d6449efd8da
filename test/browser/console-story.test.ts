import type { Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { closeRecruiting, type ConsoleStory, decide, openConsoleStory, publish, signUp } from "./console-story.ts";
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
        const page = await story.follow("partyA1", { locale: "en" });
        await page.getByLabel("志愿者").check();
        await page.getByLabel("I have read the risks above").check();
        await page.getByLabel("I sign up of my own will").check();
        await page.getByRole("button", { name: "Sign up" }).click();
        await page.getByText("You have signed up for “走进敬老院”; places are settled at the deadline.").waitFor();
      });

      it("a volunteer signs up too", async () => {
        await signUp(await story.follow("freeA1"));

        expect(await story.house.placesOf(activity)).toEqual({ freeA1: "placed", partyA1: "placed" });
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
        const page = await story.follow("coverA1");
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
}
