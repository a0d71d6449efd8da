import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
/** One class with one seat, told in order: `partyB1` teaches it, `freeA1` gives the seat up, `freeA2` learns. */
  describe("a class on phones and at a desk", () => {
    let phones: PhoneHouse;
    let one: { id: string; sessions: { id: string; startsAt: string; endsAt: string }[] };
    beforeAll(async () => {
      phones = await openPhones();
      const { house } = phones;
      const [alliance, trainer] = [house.as("alliance"), house.idOf("partyB1")];
      await alliance.post(`/trainers/${trainer}/appointments`, {
        from: house.day(0, "12:00").slice(0, 10),
        level: "junior",
      });
      const course = await alliance.post<{ id: string }>("/courses", {
        ...{ title: "急救", about: "心肺复苏和包扎。", kind: "internal", audience: "volunteers" },
        certifies: { skill: "急救", months: 24 },
      });
      one = await alliance.post("/classes", {
        ...{ courseId: course.id, trainerIds: [trainer], place: "三楼培训室", seats: 1 },
        sessions: [{ startsAt: house.day(2, "14:00"), endsAt: house.day(2, "16:00") }],
      });
    }, 120_000);
    afterAll(() => phones.close());

    it("is found on the phone, where one enrols, and the next waits until the seat is given up", async () => {
      const first = await phones.phone("freeA1");
      await first.open("/m/classes");
      await first.page.getByRole("link", { name: /急救/ }).click();
      await first.page.getByRole("button", { name: "报名" }).click();
      await first.page.getByText("有名额").waitFor();
      const second = await phones.phone("freeA2");
      await second.open(`/m/classes/${one.id}`);
      await second.page.getByRole("button", { name: "报名" }).click();
      await second.page.getByText("您排在候补第1位").waitFor();
      await first.page.getByRole("button", { name: "退出" }).click();
      await first.page.getByRole("button", { name: "报名" }).waitFor();
      await second.open(`/m/classes/${one.id}`);
      await second.page.getByText("有名额").waitFor();

      expect([first.faults, second.faults, first.elsewhere, second.elsewhere]).toEqual([[], [], [], []]);
      await first.close();
      await second.close();
    });

    it("is checked in to by the code on the trainer's phone", async () => {
      const [session] = one.sessions;
      await phones.house.advanceTo(session?.startsAt ?? "");
      const trainer = await phones.phone("partyB1");
      await trainer.open(`/m/classes/${one.id}`);
      await trainer.page.getByRole("link", { name: "打开签到码" }).click();
      const code = trainer.page.locator(".screen-code");
      await code.waitFor();
      const learner = await phones.phone("freeA2");
      await learner.open(`/m/classes/${one.id}/check-in/${session?.id}/type`);
      await learner.page.getByLabel("六位签到码").fill((await code.textContent()) ?? "");
      await learner.page.getByRole("button", { name: "签到" }).click();
      await learner.page.getByText("签到成功").waitFor();
      await trainer.open(`/m/classes/${one.id}/roll/${session?.id}`);
      await trainer.page.locator(".chip", { hasText: "扫码" }).waitFor();

      expect([trainer.faults, learner.faults]).toEqual([[], []]);
      await trainer.close();
      await learner.close();
    });

    it("has its result entered and is closed at a desk, after which the learner has the skill and the trainer the point", async () => {
      const { house } = phones;
      await house.advanceTo(one.sessions[0]?.endsAt ?? "");
      const desk = await phones.desk("alliance");
      await desk.open(`/console/classes/${one.id}`);
      await desk.page.getByRole("button", { name: "登记成绩" }).click();
      await desk.page.getByRole("dialog").getByRole("button", { name: "登记成绩" }).click();
      await desk.page.getByText("已登记成绩").waitFor();
      await desk.page.getByRole("button", { name: "结课" }).click();
      await desk.page.getByRole("dialog").getByRole("button", { name: "结课" }).click();
      await desk.page.locator(".ant-tag", { hasText: "已结课" }).waitFor();
      const learner = await phones.phone("freeA2");
      await learner.open("/m/classes");
      await learner.page.getByText("合格").waitFor();
      await house.machine.settle();
      const { entries } = await house
        .as("partyB1")
        .get<{ entries: { items: { kind: string; points: string }[] } }>("/members/me/points");

      expect(await learner.page.getByText("急救 · 有效期至").count()).toBe(1);
      expect(entries.items).toMatchObject([{ kind: "training", points: "1.00" }]);
      expect([desk.faults, desk.elsewhere, learner.faults]).toEqual([[], [], []]);
      await desk.close();
      await learner.close();
    });
  });
