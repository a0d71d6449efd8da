import { Message } from "@yigong/core/message/index.ts";
import type { Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { deskKeeper, enterCode, keepsOut, press, pressIn, said, shoot } from "./desk.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

const committee = { role: "committee" as const, scope: { kind: "all" as const }, from: "2010-01-01T00:00:00.000Z" };

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("points, rules and records in the console", () => {
    let phones: PhoneHouse;
    const desks = deskKeeper(() => phones);

    const appoint = (who: Who) =>
      phones.house.machine.app.useCases.members.change(phones.house.idOf(who), (member) => ({
        to: { ...member, roles: [...member.roles, committee] },
        at: phones.house.machine.now(),
      }));

    /** Somebody was to be told something, and the office system refused it. */
    const lose = (who: Who) =>
      phones.house.machine.app.useCases.messages.record([
        Message.Info.parse({
          id: `msg_${"1".padStart(26, "0")}`,
          memberId: phones.house.idOf(who),
          cause: "message.send#leave.decided#1",
          template: "leave.decided",
          language: "zh-CN",
          subject: "您的请假已批准",
          body: "全文",
          at: phones.house.machine.now(),
          delivery: "failed",
          channel: "im",
          code: "channel.rejected",
        }),
      ]);

    beforeAll(async () => {
      phones = await openPhones();
      const { house } = phones;
      await appoint("counterHead");
      const activity = await house.startActivity({ in: 4 });
      await house.signUp(activity, "partyA1", "freeA1");
      await house.advanceTo(activity.at("09:00"));
      await house.checkIn(activity, "partyA1", "freeA1");
      await house.advanceTo(activity.at("12:00"));
      await house.checkOut(activity, "partyA1", "freeA1");
      await house.advanceTo(activity.at("14:01"));
      await house.fileArchive(activity);
      await lose("partyA1");
    }, 300_000);
    afterAll(() => phones.close());

    it("lead from a draft of rules over its preview to its adoption by somebody else", async () => {
      const { house } = phones;
      const one = await desks.at("alliance");
      await one.open("/console/rules");
      await shoot(one.page, "rules");
      await press(one.page, "拟规则草案");
      await one.page.getByLabel("每参加一场").fill("3.00");
      await one.page.getByLabel("何时起施行").fill("2026-10-01 00:00");
      await one.page.getByLabel("何时起施行").press("Enter");
      await one.page.getByLabel("理由").fill("鼓励多参加，党委会议定。");
      await shoot(one.page, "rules-draft");
      await pressIn(one.page, "拟规则草案");
      await said(one.page, "草案已提出，可查看影响");
      await press(one.page, "查看影响");
      await said(one.page, /人增加/);
      await shoot(one.page, "rules-preview");
      const previewed = await one.page.getByRole("row", { name: /partyA1/ }).innerText();
      const violations = await keepsOut(one.page);
      const isOwn = await one.page.getByRole("button", { name: "采纳草案" }).isDisabled();

      const other = await desks.at("counterHead");
      await other.open("/console/rules");
      await press(other.page, "采纳草案");
      await pressIn(other.page, "采纳草案");
      await enterCode(phones, other.page);
      await said(other.page, "已采纳为第2版规则");
      const { items } = await house.as("auditor").get<{ items: { attendancePoints: number }[] }>("/rule-sets");

      expect(previewed).toMatch(/1\.25\s+3\.25\s+\+2\.00/);
      expect([isOwn, items.map(({ attendancePoints }) => attendancePoints)]).toEqual([true, [100, 300]]);
      expect(violations).toEqual([]);
    }, 120_000);

    it("explain somebody's points down to the rule, and take an objection that is then decided and corrected", async () => {
      const { house } = phones;
      const own = await desks.at("freeA1");
      await own.open("/console/points/me");
      await said(own.page, /须多于3\.00分，还差1\.76分/);
      await own.page.locator(".ant-table-row-expand-icon").first().click();
      await said(own.page, /出勤1人次，每人次1\.00分/);
      await own.page.locator(".points-chart svg").waitFor();
      await shoot(own.page, "points-me");
      const violations = await keepsOut(own.page);
      await press(own.page, "提出异议");
      await own.page.getByLabel("异议内容").fill("我当天还代班一次，没有计。");
      await pressIn(own.page, "提出异议");
      await said(own.page, /异议已提出/);

      const decider = await desks.at("alliance");
      await decider.open("/console/points");
      await shoot(decider.page, "points-find");
      await decider.page.getByRole("tab", { name: "异议" }).click();
      await said(decider.page, "我当天还代班一次，没有计。");
      await shoot(decider.page, "points-objections");
      violations.push(...(await keepsOut(decider.page)));
      await press(decider.page, "认定成立");
      await decider.page.getByLabel("理由").fill("经核对值班表，属实。");
      await pressIn(decider.page, "认定成立");
      await said(decider.page, /已认定异议成立/);
      await decider.page.getByText("已决定", { exact: true }).click();
      await press(decider.page, "申请更正");
      await decider.page.getByLabel("哪里不对").click();
      await decider.page.getByTitle("代班次数不对").click();
      await decider.page.getByLabel("理由").fill("补记代班一次。");
      await pressIn(decider.page, "申请更正");
      await said(decider.page, /已申请更正/);

      const second = await desks.at("counterHead");
      await second.open("/console/points?tab=corrections");
      await shoot(second.page, "points-corrections");
      violations.push(...(await keepsOut(second.page)));
      await press(second.page, "批准更正");
      await pressIn(second.page, "批准更正");
      await enterCode(phones, second.page);
      await said(second.page, "已批准更正，0.50分已入账");
      await own.open("/console/points/me");
      await said(own.page, "1.75");
      const year = await house.as("freeA1").get<{ points: string }>("/members/me/points");

      expect(year.points).toBe("1.75");
      expect(violations).toEqual([]);
    }, 120_000);

    it("give the ledger to whoever may take it, after a fresh code", async () => {
      const { page, open } = await desks.at("auditor", { locale: "en" });
      await open("/console/points?tab=export");
      await shoot(page, "points-export-en");
      await page.getByRole("button", { name: /^Points of 2026/ }).click();
      const [file] = await Promise.all([page.waitForEvent("download"), enterCode(phones, page)]);

      expect(file.suggestedFilename()).toBe("ledger-2026.xlsx");
    }, 120_000);

    it("send a failed message again", async () => {
      const { house } = phones;
      const { page, open } = await desks.at("alliance");
      await open("/console/messages");
      await shoot(page, "messages");
      await page.getByLabel("状态", { exact: true }).click();
      await page.getByTitle("未送达", { exact: true }).click();
      const row = page.getByRole("row", { name: /您的请假已批准/ });
      const told = await row.innerText();
      await shoot(page, "messages-failed");
      const violations = await keepsOut(page);
      await row.getByRole("button", { name: "再发一次" }).click();
      await said(page, /已重新发送/);
      await house.machine.settle();
      const { items } = await house
        .as("alliance")
        .get<{ items: { title: string; state: string }[] }>(`/outbox?memberId=${house.idOf("partyA1")}`);

      expect(new URL(page.url()).search).toBe("?state=failed");
      expect(told).toMatch(/partyA1\s*0011[\s\S]*渠道拒收/);
      expect(items.find(({ title }) => title === "您的请假已批准")?.state).toBe("sent");
      expect(violations).toEqual([]);
    }, 120_000);

    it("tell who did what, narrowed in the address bar", async () => {
      const { page, open } = await desks.at("auditor");
      await open("/console/audit");
      await said(page, "启用规则");
      await shoot(page, "audit");
      const violations = await keepsOut(page);
      await open("/console/audit?action=rules.adopt");
      const rows = page.locator("tbody tr.ant-table-row");
      await rows.first().waitFor();
      const told = await rows.allInnerTexts();
      await page.locator(".ant-table-row-expand-icon").first().click();
      await said(page, /rules\.adopt/);
      await shoot(page, "audit-detail");

      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/counterHead\s*0009\s+党委/);
      expect(violations).toEqual([]);
    }, 120_000);

    it("work without a fault of their own", () => {
      expect(desks.faults()).toEqual([]);
      expect(phones.house.faults).toEqual([]);
    });
  });
