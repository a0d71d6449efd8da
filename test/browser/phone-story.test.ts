import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt } from "./phone.ts";
import { openStory, photo, type Story, signInByCode, signInByName, signUp, textOf } from "./phone-story.ts";
import { afterwards, onTheDay } from "./phone-story-day.ts";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the phone pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
/**
 * One story, told in order. `freeA1` volunteers; `partyA1` reads English and is covered at work by `coverA1`; `partyA2`
 * serves and has no phone at hand; `partyA3` asks for leave.
 */
  describe("five people live one activity on their phones", () => {
    let story: Story;
    beforeAll(async () => {
      story = await openStory();
    });
    afterAll(() => story.close());

    describe("while people are recruited", () => {
      it("a message leads a party member through a code to the page that it asks for, in English", async () => {
        const { subject, href } = await story.toldTo("partyA1");
        const { page } = await story.handTo("partyA1", { locale: "en" });
        await page.goto(href);
        await signInByCode(story, page, "partyA1");
        await page.getByText("places left: 3").waitFor();

        expect(subject).toBe("请参加「社区便民服务」");
        expect(page.url()).toBe(href);
        expect(await textOf(page)).toContain("Choose a position and tick both lines above.");

        await page.getByLabel("服务员").check();
        await page.getByLabel("I have read the risks above").check();
        await page.getByLabel("I sign up of my own will").check();
        await page.getByRole("button", { name: "Sign up" }).click();
        await page.getByText("You have signed up for “社区便民服务”; places are settled at the deadline.").waitFor();
        await page.getByRole("link", { name: "Back to the activity" }).click();
        await page.getByText("Signed up: 服务员 (settled at the deadline)").waitFor();

        expect(await textOf(page)).toContain("Recruitment closes by itself");
        expect(await story.house.placesOf(story.activity)).toEqual({ partyA1: "placed" });
      });

      it("a volunteer chooses their name at the door, finds what is open to them and signs up", async () => {
        const { page } = await story.handTo("freeA1");
        await page.goto(`${story.origin}/m`);
        await signInByName(page, "freeA1");
        await page.getByRole("heading", { level: 1, name: "freeA1，您好" }).waitFor();
        await page.getByText("余2个名额").waitFor();

        expect(await textOf(page)).toContain("可以报名「社区便民服务」");

        await page.getByRole("link", { name: "报名", exact: true }).click();
        await signUp(page, "余2个名额");

        expect(await textOf(page)).toContain("已报名：服务员（截止时确定）");
      });

      it("a party member confirms from the card on the home page", async () => {
        const { page, open } = await story.of("partyA2");
        await open("/m");
        await page.getByText("您在应到名单上：").waitFor();
        await page.getByRole("link", { name: "确认参加" }).click();
        await signUp(page, "余1个名额");

        expect(await story.house.placesOf(story.activity)).toEqual({
          ...{ partyA1: "placed", partyA2: "placed", freeA1: "placed" },
        });
      });

      it("another asks for leave with a photo of the roster, and reads that it waits", async () => {
        const { page, open } = await story.of("partyA3");
        await open(story.within());

        expect(await textOf(page)).toContain("您在应到名单上，请报名参加或请假。");

        await page.getByRole("link", { name: "请假" }).click();
        await page.getByLabel("与工作冲突").check();
        await page.getByLabel("说明").fill("当天在话务班值班，无人替换。");
        await page.locator('input[type="file"]').setInputFiles(await photo("值班表.jpg"));
        await page.getByText("已上传", { exact: true }).waitFor();
        await page.getByRole("button", { name: "提交请假" }).click();
        await page.getByText("请假已提交，等待审批。结果会发消息，也会显示在活动页上。").waitFor();
        await page.getByRole("link", { name: "回到活动" }).click();
        await page.getByRole("button", { name: "撤回请假" }).waitFor();

        expect(await story.house.leavesOf(story.activity)).toEqual({ partyA3: "requested" });
      });

      it("the secretary decides it on one card, with the photo", async () => {
        const { href } = await story.toldTo("secretaryA");
        const { page, open } = await story.of("secretaryA");
        await open(new URL(href).pathname);
        await page.getByRole("img", { name: "证明照片1" }).waitFor();

        expect(await textOf(page)).toContain("请批partyA3的请假");
        expect(await textOf(page)).toContain("当天在话务班值班，无人替换。");
        expect(await textOf(page)).toContain("到期未定，自动转联盟决定。");

        await page.getByRole("button", { name: "批准请假" }).click();
        await page.getByText("已决定，结果会告知本人。").waitFor();

        expect(await story.house.leavesOf(story.activity)).toEqual({ partyA3: "approved by secretaryA" });
      });

      it("who asked finds the answer on the same page, and a message", async () => {
        const { page, open } = await story.of("partyA3");
        await open(story.within());
        await page.getByText("请假：已批准").waitFor();

        expect((await story.toldTo("partyA3")).subject).toBe("「社区便民服务」请假已批准");
        expect(await page.getByRole("link", { name: "请假" }).count()).toBe(0);
      });
    });

    describe("while cover is arranged", () => {
      beforeAll(() => story.house.advanceTo(story.activity.at("18:01", -2)));

      it("a colleague reads who, which post and when, and accepts", async () => {
        const { href } = await story.toldTo("coverA1");
        const { page, open } = await story.of("coverA1");
        await open(new URL(href).pathname);
        await page.getByText("partyA1参加「社区便民服务」，请您代班").waitFor();

        expect(await textOf(page)).toMatch(/岗位\s+营业员/);
        expect(await textOf(page)).toContain("逾期将询问下一位");

        await page.getByRole("button", { name: "接受代班" }).click();
        await page.getByText("已接受，等待岗位负责人确认。").waitFor();

        expect(await story.house.coversOf(story.activity)).toMatchObject([
          { for: "partyA1", status: "accepted", by: "coverA1" },
        ]);
      });

      it("the head of the post confirms it on one card", async () => {
        const { page, open } = await story.of("counterHead");
        await open("/m");
        await page.getByRole("link", { name: "确认代班" }).click();
        await page.getByText("请确认coverA1代班").waitFor();
        await page.getByRole("button", { name: "确认代班" }).click();
        await page.getByText("已决定").waitFor();

        expect(await story.house.coversOf(story.activity)).toMatchObject([{ status: "confirmed" }]);
      });

      it("both who cover and who are covered read that it is settled", async () => {
        const covering = await story.of("coverA1");
        await covering.open("/m/covers");
        await covering.page.getByRole("link", { name: /partyA1/ }).click();
        await covering.page.getByText("代班已确认，请按时到岗。").waitFor();
        const covered = await story.of("partyA1");
        await covered.open(story.within());

        expect(await textOf(covered.page)).toContain("Placed: 服务员");
      });
    });

    onTheDay(() => story);
    afterwards(() => story);
  });
