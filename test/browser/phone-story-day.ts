import { beforeAll, describe, expect, it } from "vitest";
import { photo, type Story, textOf } from "./phone-story.ts";

interface Written {
  items: { text: string; photos?: { status: string }[] }[];
}

/** The day of the service: three ways of checking in, and a diary. */
export function onTheDay(told: () => Story): void {
  describe("on the day", () => {
    let story: Story;
    beforeAll(async () => {
      story = told();
      await story.house.advanceTo(story.activity.at("08:40"));
    });

    it("the address on the screen says what it is for, and checks in by its button only", async () => {
      const { house, activity } = story;
      const { page } = await story.of("freeA1");
      const shown = `/activities/${activity.id}/sessions/${activity.sessions[0]?.id}/code`;
      const { url } = await house.as("organizer").get<{ url: string }>(shown);
      await page.goto(url);

      expect(await textOf(page)).toContain("社区便民服务");
      expect(await textOf(page)).toContain("以freeA1的身份签到");
      expect(await house.attendanceOf(activity)).toEqual({});

      await page.getByRole("button", { name: "签到" }).click();
      await page.getByRole("heading", { name: "已签到" }).waitFor();

      expect(await textOf(page)).toContain("结束，离开前请在活动页签退。");
      expect(await house.attendanceOf(activity)).toEqual({ freeA1: "present" });
    });

    it("the digits on the leader's phone are typed on the activity's page, in English", async () => {
      const leader = await story.of("organizer");
      await leader.open(story.within("/screen"));

      expect(await textOf(leader.page)).toContain("已到1人，应到3人");

      const digits = await leader.page.locator(".screen-code").innerText();
      const { page, open } = await story.of("partyA1");
      await open("/m");
      await page.getByRole("link", { name: "Check in" }).click();
      await page.getByLabel("The six digits on the screen").fill(digits);
      await page.getByRole("button", { name: "Check in" }).click();
      await page.getByText("Checked in", { exact: false }).waitFor();

      expect(await story.house.attendanceOf(story.activity)).toMatchObject({ partyA1: "present" });
    });

    it("the leader calls who has no phone at hand", async () => {
      const { page, open } = await story.of("organizer");
      await open(story.within());
      await page.getByRole("link", { name: "点名" }).click();
      const row = page.getByRole("listitem").filter({ hasText: "partyA2" });
      await row.getByRole("button", { name: "到", exact: true }).click();
      await row.getByText("负责人点名").waitFor();

      expect(await textOf(page)).toMatch(/3\s+已到\s+5\s+应到\s+2\s+未点\s+全部已同步。/);
      expect(await story.house.attendanceOf(story.activity)).toEqual({
        ...{ freeA1: "present", partyA1: "present", partyA2: "present" },
      });
    });

    it("who serves writes a diary with two photos, in English", async () => {
      const { page, open } = await story.of("partyA1");
      await open(story.within());
      await page.getByRole("link", { name: "Write a diary" }).click();
      await page.getByLabel("Today's service").fill("修好两台电视，\n陪三位老人聊了一上午。");
      await page.locator('input[type="file"]').setInputFiles([await photo("一.jpg"), await photo("二.jpg")]);
      await page.getByRole("img", { name: "Photo “二.jpg”" }).waitFor();
      await page.getByRole("button", { name: "Send the diary" }).click();
      await page.getByRole("heading", { name: "What I wrote" }).waitFor();
      await page.getByRole("img", { name: "二.jpg", exact: true }).waitFor();

      expect(await textOf(page)).toContain("陪三位老人聊了一上午。");

      const { items } = await story.house.as("partyA1").get<Written>(`/activities/${story.activity.id}/diaries`);

      expect(items.map(({ photos }) => photos?.map(({ status }) => status))).toEqual([["ready", "ready"]]);
    });
  });
}

/** Points once the organizer has filed: why, what would change it, an objection and its answer, the record. */
export function afterwards(told: () => Story): void {
  describe("after the activity is filed", () => {
    let story: Story;
    beforeAll(async () => {
      story = told();
      await story.house.advanceTo(story.activity.at("14:01"));
      await story.house.fileArchive(story.activity);
      await story.house.advanceTo(story.activity.at("14:02"));
    });

    it("points say why, and what would change where one stands, in English", async () => {
      const { page, open } = await story.of("partyA1");
      await open("/m/points");

      expect(await textOf(page)).toContain(
        "Floor 3.00: 1.75 points short. Enough would be further sessions served: 2, or covers: 4",
      );
      expect(await textOf(page)).toContain(
        "Preference line (more than 5.00): 3.76 points short. Enough would be further sessions served: 4, or covers: 8",
      );

      await page.getByRole("link", { name: /社区便民服务/ }).click();
      await page.getByRole("heading", { name: "How it comes about" }).waitFor();

      expect(await textOf(page)).toMatch(
        /Attendances: 1, 1\.00 each\s+1\.00\s+Workdays: 0\.5, 0\.25 for each half\s+0\.25\s+Total\s+1\.25/,
      );
    });

    it("an objection says that it is looked at", async () => {
      const { page } = await story.of("partyA1");
      await page.getByLabel("Objection").fill("I served a whole day, not half of one.");
      await page.getByRole("button", { name: "Send the objection" }).click();
      await page.getByText("The objection is being looked at").waitFor();

      expect(await textOf(page)).toContain("I served a whole day, not half of one.");
    });

    it("somebody without a part in it answers it on one card", async () => {
      const { page, open } = await story.of("alliance");
      await open("/m/approvals");
      await page.getByRole("link", { name: "请决定partyA1的积分异议" }).click();
      await page.getByText("由未经手的人决定").waitFor();
      await page.getByLabel("理由").fill("签到记录为上午半天，计分无误。");
      await page.getByRole("button", { name: "异议不成立" }).click();
      await page.getByText("已决定，结果会告知本人。").waitFor();

      expect((await story.toldTo("partyA1")).subject).toContain("异议");
    });

    it("who objected reads the answer and its reason, in English", async () => {
      const { page, open } = await story.of("partyA1");
      await open("/m/points");
      await page.getByRole("link", { name: /社区便民服务/ }).click();
      await page.getByText("Objection rejected: 签到记录为上午半天，计分无误。").waitFor();

      expect(await textOf(page)).toContain("I served a whole day, not half of one.");
    });

    it("who volunteered finds the activity in their record, and on the home page how far they are", async () => {
      const { page, open } = await story.of("freeA1");
      await open("/m");

      expect(await textOf(page)).toMatch(/2026年积分\s+1\.25/);

      await page.getByRole("link", { name: "积分", exact: true }).click();
      await page.getByText("优先线（多于3.00分）：差 1.76 分：再参加 2 次，或代班 4 次").waitFor();
      await open("/m/record");

      expect(await textOf(page)).toMatch(/社区便民服务\s+已安排\s+9月5日 周六 09:00–12:00\s+海陵区文化广场/);
    });

    it("who covered finds what it counts, and why", async () => {
      const { page, open } = await story.of("coverA1");
      await open("/m/points");
      await page.getByRole("link", { name: /社区便民服务/ }).click();
      await page.getByRole("heading", { name: "怎么算出来的" }).waitFor();

      expect(await textOf(page)).toMatch(/类别\s+代班/);
      expect(await textOf(page)).toMatch(/合计\s+0\.50/);
    });

    it("the house holds what they were shown", async () => {
      const { house, activity } = story;

      expect(await house.pointsOf(activity)).toEqual({
        ...{ freeA1: "1.25", partyA1: "1.25", partyA2: "1.25", "coverA1 cover": "0.50" },
      });
      expect(await house.stagesOf(activity)).toMatchObject({ status: "done" });
      expect(await house.leavesOf(activity)).toEqual({ partyA3: "approved by secretaryA" });
      expect(await house.attendanceOf(activity)).toMatchObject({ partyA4: "unexcused" });
    });

    it("no page complained, and none asked anything of others", async () => {
      expect(story.faults()).toEqual([]);
      expect(story.house.faults).toEqual([]);
    });
  });
}
