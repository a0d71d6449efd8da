import type { Started } from "@yigong/testing/alliance.ts";
import { phonePhoto } from "@yigong/testing/sample-files.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

const photo = async (name: string) => ({ name, mimeType: "image/jpeg", buffer: await phonePhoto(1200, 900) });

interface Written {
  items: { text: string; photos?: { status: string }[] }[];
}

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the phone pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the phone pages without a network", () => {
    let phones: PhoneHouse;
    let activity: Started;
    const within = (page = "") => `/m/activities/${activity.id}${page}`;

    beforeAll(async () => {
      phones = await openPhones();
      activity = await phones.house.startActivity({ in: 4 });
    });
    afterAll(() => phones.close());

    it("lose nothing of a leave when the network goes, and send its proof by itself", async () => {
      const { page, open, offline, close } = await phones.phone("partyA3");
      await open(within("/leave"));
      await page.getByLabel("与工作冲突").check();
      await page.getByLabel("说明").fill("当天在机房值班");
      await offline(true);
      await page.locator('input[type="file"]').setInputFiles(await photo("排班表.jpg"));
      await page.getByText("未传完，自动重试").waitFor();
      await offline(false);
      await page.reload();
      await page.getByText("已上传", { exact: true }).waitFor();

      expect(await page.getByLabel("说明").inputValue()).toBe("当天在机房值班");
      expect(await page.getByLabel("与工作冲突").isChecked()).toBe(true);

      await page.getByRole("button", { name: "提交请假" }).click();
      await page.getByText("请假已提交").waitFor();
      const path = `/activities/${activity.id}/leaves/${phones.house.idOf("partyA3")}/photos`;

      expect(await phones.house.as("secretaryA").get(path)).toMatchObject({ items: [{ name: "排班表.jpg" }] });
      await close();
    });

    it("show a secretary the request on one card, with the proof, and take the decision there", async () => {
      const { page, open, close } = await phones.phone("secretaryA");
      await open("/m/approvals");
      await page.getByRole("link", { name: "请批partyA3的请假" }).click();
      await page.getByRole("img", { name: "证明照片1" }).waitFor();

      expect(await page.getByRole("button", { name: "不批准" }).isDisabled()).toBe(true);

      await page.getByRole("button", { name: "批准请假" }).click();
      await page.getByText("已决定").waitFor();

      expect(await phones.house.leavesOf(activity)).toMatchObject({ partyA3: "approved by secretaryA" });
      await close();
    });

    describe("on the day", () => {
      beforeAll(async () => {
        await phones.house.signUp(activity, "partyA2", "partyA4");
        await phones.house.advanceTo(activity.at("18:01", -2));
        await phones.house.advanceTo(activity.at("08:40"));
      });

      it("call the roll without a network, hand it in afterwards, and show what contradicts", async () => {
        const { page, open, offline, close } = await phones.phone("organizer");
        const row = (who: string) => page.getByRole("listitem").filter({ hasText: who });
        const press = (who: string, said: string) => row(who).getByRole("button", { name: said, exact: true }).click();
        await open(within("/roll-call"));
        await offline(true);
        await press("partyA1", "到");
        await press("partyA2", "缺席");
        await page.getByText("2条待同步").waitFor();
        await phones.house.checkIn(activity, "partyA2");
        await offline(false);
        await page.getByText("有1条需要您处理").waitFor();

        expect(await page.getByText("现有记录：已到").textContent()).toContain("partyA2");
        expect(await phones.house.attendanceOf(activity)).toMatchObject({ partyA1: "present", partyA2: "present" });

        await page.getByRole("button", { name: "保留现有记录" }).click();
        await page.getByText("全部已同步。").waitFor();
        await close();
      });

      it("keep a roll-call that was not handed in when the page is closed", async () => {
        const { page, open, offline, close } = await phones.phone("organizer");
        await open(within("/roll-call"));
        await offline(true);
        await page.getByRole("listitem").filter({ hasText: "partyA4" }).getByRole("button", { name: "到" }).click();
        await page.getByText("1条待同步").waitFor();
        await page.goto("about:blank");
        await offline(false);
        await open(within("/roll-call"));
        await page.getByText("全部已同步。").waitFor();

        expect(await phones.house.attendanceOf(activity)).toMatchObject({ partyA4: "present" });
        await close();
      });

      it("lose nothing of a diary when the network goes, and send each photo by itself", async () => {
        const { page, open, offline, close } = await phones.phone("partyA2");
        await open(within("/diary"));
        await page.getByLabel("今天的服务").fill("陪三位老人聊了一上午，修好两台电视。");
        await page.locator('input[type="file"]').setInputFiles([await photo("一.jpg"), await photo("二.jpg")]);
        await page.getByRole("img", { name: "照片「二.jpg」" }).waitFor();
        await offline(true);
        await page.getByRole("button", { name: "提交日记" }).click();
        await page.getByRole("alert").filter({ hasText: "没有网络" }).waitFor();
        await offline(false);
        await page.reload();

        await expect.poll(() => page.getByLabel("今天的服务").inputValue()).toContain("修好两台电视");

        await page.getByRole("button", { name: "提交日记" }).click();
        await page.getByRole("heading", { name: "我写过的" }).waitFor();
        const written = () => phones.house.as("partyA2").get<Written>(`/activities/${activity.id}/diaries`);

        const sent = async () => (await written()).items.map(({ photos }) => photos?.length);
        await expect.poll(sent, { timeout: 20_000 }).toEqual([2]);
        await close();
      });

      it("ask for a fresh code before a second person's approval, and go on with it", async () => {
        const { house, phone } = phones;
        await house.advanceTo(activity.at("14:01"));
        const session = `/activities/${activity.id}/sessions/${activity.sessions[0]?.id}`;
        const wish = { memberId: house.idOf("partyA3"), halfDays: 1, reason: "到场帮忙，未及登记" };
        await house.as("organizer").post(`${session}/back-entries`, wish);
        const { page, open, close } = await phone("alliance");
        await open("/m/approvals");
        await page.getByRole("link", { name: "请审批partyA3的补记" }).click();
        await page.getByRole("button", { name: "同意补记" }).click();
        await page.getByRole("button", { name: "发送验证码" }).click();
        await page.getByText("验证码已发送").waitFor();
        await house.machine.settle();
        const inbox = await (await house.machine.web.request("/inbox")).text();
        await page.getByLabel("验证码").fill(/验证码\D*(\d{6})/.exec(inbox)?.[1] ?? "");
        await page.getByRole("button", { name: "确认并继续" }).click();
        await page.getByText("已决定").waitFor();

        expect(await house.attendanceOf(activity)).toMatchObject({ partyA3: "present" });
        await close();
      });
    });
  });
