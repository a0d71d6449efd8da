import type { Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the phone pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the phone pages in a browser", () => {
    let phones: PhoneHouse;
    let activity: Started;
    const within = (page = "") => `/m/activities/${activity.id}${page}`;

    beforeAll(async () => {
      phones = await openPhones();
      activity = await phones.house.startActivity({ in: 4 });
    });
    afterAll(() => phones.close());

    it("lead from what is asked of somebody to having signed up", async () => {
      const { page, open, faults, elsewhere, close } = await phones.phone("partyA1");
      await open("/m");
      await page.getByRole("link", { name: "确认参加" }).click();
      await page.getByLabel("服务员").check();
      await page.getByLabel("我已了解以上风险提示").check();

      expect(await page.getByRole("button", { name: "提交报名" }).isDisabled()).toBe(true);

      await page.getByLabel("我自愿报名").check();
      await page.getByRole("button", { name: "提交报名" }).click();
      await page.getByText("已报名「社区便民服务」").waitFor();

      expect(await phones.house.placesOf(activity)).toMatchObject({ partyA1: "placed" });
      expect([faults, elsewhere]).toEqual([[], []]);
      await close();
    });

    it("are documents that load nothing of others and run nothing inline", async () => {
      const { page, close } = await phones.phone("partyA1");
      const answer = await page.goto(`${phones.origin}/m`);
      const policy = answer?.headers()["content-security-policy"] ?? "";
      const script = await page.locator("script").getAttribute("src");
      const asset = await page.request.get(`${phones.origin}${script}`);

      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain("unsafe");
      expect(await page.locator("script:not([src]), style").count()).toBe(0);
      expect(asset.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
      await close();
    });

    it("go to sign in when nobody is, and name the page to come back to", async () => {
      const { page, close } = await phones.phone("partyA1");
      await page.context().clearCookies();
      await page.goto(`${phones.origin}/m/points`);
      await page.waitForURL("**/sign-in?*");

      expect(new URL(page.url()).searchParams.get("next")).toBe("/m/points");
      await close();
    });

    it("speak English to whoever wants it, and stay so", async () => {
      const { page, open, close } = await phones.phone("partyA2");
      await open("/m/me");
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("heading", { name: "Where you are signed in" }).waitFor();
      await page.reload();
      await page.getByRole("heading", { level: 1, name: "Me" }).waitFor();

      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      await close();
    });

    it("never send as one person what was typed as another, who signed in in a second tab", async () => {
      const { page, open, close } = await phones.phone("freeA1");
      const other = await phones.phone("freeA2");
      await open(within("/sign-up"));
      await page.getByLabel("服务员").check();
      await page.getByLabel("我已了解以上风险提示").check();
      await page.getByLabel("我自愿报名").check();
      await page.context().addCookies(await other.page.context().cookies());
      await page.evaluate(() => dispatchEvent(new Event("blur")));
      const begunAgain = page.waitForEvent("load");
      await page.getByRole("button", { name: "提交报名" }).click();
      await begunAgain;
      await page.getByLabel("服务员").waitFor();

      expect(await page.getByLabel("服务员").isChecked()).toBe(false);
      expect(await phones.house.placesOf(activity)).not.toHaveProperty("freeA2");
      await Promise.all([close(), other.close()]);
    });

    it("offer no field until it is known whose words it would keep", async () => {
      await phones.house.askLeave(activity, "partyA3");
      const { page, close } = await phones.phone("secretaryA");
      const known = Promise.withResolvers<void>();
      await page.route("**/api/v1/members/me", async (route) => {
        await known.promise;
        await route.continue();
      });
      await page.goto(`${phones.origin}/m/approvals/leave/${activity.id}.${phones.house.idOf("partyA3")}`);
      await page.getByText("请批partyA3的请假").waitFor();

      expect(await page.getByRole("textbox").count()).toBe(0);

      known.resolve();
      await page.getByRole("textbox").fill("当天没有排班");

      expect(await page.getByRole("button", { name: "不批准" }).isEnabled()).toBe(true);
      await close();
    });
  });
