import type { RunView } from "@yigong/functions/api/award.view.ts";
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
  describe("the award year in the console", () => {
    let phones: PhoneHouse;
    const desks = deskKeeper(() => phones);

    const appoint = (who: Who) =>
      phones.house.machine.app.useCases.members.change(phones.house.idOf(who), (member) => ({
        to: { ...member, roles: [...member.roles, committee] },
        at: phones.house.machine.now(),
      }));

    async function served(...people: Who[]) {
      const { house } = phones;
      const activity = await house.startActivity({ in: 4 });
      await house.signUp(activity, ...people);
      await house.advanceTo(activity.at("09:00"));
      await house.checkIn(activity, ...people);
      await house.advanceTo(activity.at("12:00"));
      await house.checkOut(activity, ...people);
      await house.advanceTo(activity.at("14:01"));
      await house.fileArchive(activity);
    }

    const runOf = () => phones.house.as("auditor").get<RunView>("/awards/2026/runs/1");
    beforeAll(async () => {
      phones = await openPhones({ startAt: "2026-11-20T01:00:00.000Z" });
      await appoint("counterHead");
      await appoint("hotlineHead");
      await served("partyA1", "partyA2", "freeA1");
      await served("partyA1");
    }, 300_000);
    afterAll(() => phones.close());

    it("goes from the draw's source over two people and an objection to certificates, by clicks alone", async () => {
      const { house } = phones;
      const early = await desks.at("counterHead");
      await early.open("/console/awards");
      await shoot(early.page, "awards-list");
      await early.page.getByRole("link", { name: "2026年度评优" }).click();
      await said(early.page, /2026年结束后/);
      await shoot(early.page, "awards-before");
      await press(early.page, "公布抽签来源");
      await early.page.getByLabel("来源", { exact: true }).fill("上证指数2026年最后一个交易日收盘点位");
      await early.page.getByLabel("从何时起可知").fill("2026-12-31 16:00");
      await early.page.getByLabel("从何时起可知").press("Enter");
      await pressIn(early.page, "公布抽签来源");
      await said(early.page, /已公布抽签来源/);
      // Weeks later a session is over.
      await house.advanceTo("2026-12-31T12:00:00.000Z");
      const first = await desks.at("counterHead");
      await first.open("/console/awards/2026");
      await press(first.page, "录入抽签值");
      await first.page.getByLabel("值", { exact: true }).fill("3388.88");
      await pressIn(first.page, "录入抽签值");
      await said(first.page, "已录入抽签值3388.88");

      await house.advanceTo("2027-01-02T02:00:00.000Z");
      await first.open("/console/awards/2026");
      await said(first.page, /等待委员会第一人确认/);
      await shoot(first.page, "awards-deciding");
      const violations = await keepsOut(first.page);
      await first.page.getByRole("tab", { name: "排名" }).click();
      await first.page.getByText(/积分相同的有/).click();
      await shoot(first.page, "awards-standings");
      violations.push(...(await keepsOut(first.page)));
      await press(first.page, "确认优秀志愿者名单");
      await shoot(first.page, "awards-confirm");
      await pressIn(first.page, "确认优秀志愿者名单");
      await enterCode(phones, first.page);
      await said(first.page, "已确认名单，等待第二人");
      const isOwn = await first.page.getByRole("button", { name: "作为第二人确认名单" }).isDisabled();

      const second = await desks.at("hotlineHead");
      await second.open("/console/awards/2026");
      await press(second.page, "作为第二人确认名单");
      await pressIn(second.page, "作为第二人确认名单");
      await enterCode(phones, second.page);
      await said(second.page, /名单已由两人确认，公示至/);
      const noticed = await runOf();

      const volunteer = await desks.at("freeA1");
      await volunteer.open("/console/awards/2026");
      await shoot(volunteer.page, "awards-everybody");
      await press(volunteer.page, "提出异议");
      await volunteer.page.getByLabel("异议内容").fill("我11月24日的工日记少了半个。");
      await pressIn(volunteer.page, "提出异议");
      await said(volunteer.page, "异议已提出，决定会发消息给您");
      await second.open("/console/awards/2026?tab=objections");
      await said(second.page, /还有1项异议待决定/);
      await shoot(second.page, "awards-objections");
      violations.push(...(await keepsOut(second.page)));
      await press(second.page, "认定不成立");
      await second.page.getByLabel("理由").fill("签到记录为9:00至12:00，计半个工日。");
      await pressIn(second.page, "认定不成立");
      await said(second.page, /已认定异议不成立/);

      await house.advanceTo("2027-01-10T00:00:00.000Z");
      const last = await desks.at("hotlineHead");
      await last.open("/console/awards/2026?tab=certificates");
      await said(last.page, /签发证书3份/);
      await shoot(last.page, "awards-done");
      violations.push(...(await keepsOut(last.page)));
      const downloading = last.page.waitForEvent("download");
      await last.page.getByRole("button", { name: "下载证书" }).first().click();
      const done = await runOf();

      expect((await downloading).suggestedFilename()).toMatch(/^certificate-2026-\d+\.pdf$/);
      expect([isOwn, noticed.status, done.status]).toEqual([true, "noticed", "done"]);
      expect(noticed.decision?.by).toEqual([house.idOf("counterHead"), house.idOf("hotlineHead")]);
      expect(noticed.manifest?.draw).toMatchObject({ value: "3388.88" });
      expect([done.objections, done.certificates?.length]).toEqual([{ open: 0, all: 1 }, 3]);
      expect(violations).toEqual([]);
      expect(desks.faults()).toEqual([]);
      expect(house.faults).toEqual([]);
    }, 600_000);
  });
